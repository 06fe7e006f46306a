-- Who did what: a chain of lines in which each names the one before by its hash. The application
-- may add to it and do nothing else with it.

DROP TABLE operator_log;

CREATE TABLE audit_line (
    number bigint PRIMARY KEY,
    line text NOT NULL
);

GRANT SELECT, INSERT ON audit_line TO "${application}";
