-- An index of the amendments on boards; written before the entry, so a row without an entry on the
-- board means nothing.

CREATE TABLE amendment (
    election text NOT NULL REFERENCES election (uuid),
    entry text NOT NULL,
    PRIMARY KEY (election, entry)
);

GRANT SELECT, INSERT ON amendment TO "${application}";
