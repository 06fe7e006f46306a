-- What one official asked for and a second one has to confirm.

CREATE TABLE confirmation (
    election text NOT NULL REFERENCES election (uuid),
    action text NOT NULL,
    account text NOT NULL REFERENCES account (name),
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (election, action)
);

GRANT SELECT, INSERT, UPDATE ON confirmation TO "${application}";
