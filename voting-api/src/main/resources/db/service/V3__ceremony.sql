-- Encrypted shares of keys on their way from one trustee to another; the board holds their hashes.

CREATE TABLE ceremony_share (
    place text PRIMARY KEY,
    election text NOT NULL REFERENCES election (uuid),
    attempt integer NOT NULL CHECK (attempt > 0),
    dealer integer NOT NULL CHECK (dealer > 0),
    content bytea NOT NULL
);

GRANT SELECT, INSERT ON ceremony_share TO "${application}";
