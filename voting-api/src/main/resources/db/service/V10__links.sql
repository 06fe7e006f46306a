-- A link that was lost makes room for another; what came of the registrar's last list is kept for the
-- officials, who never see the list of voters.

GRANT DELETE ON access_token TO "${application}";

CREATE TABLE credentials_upload (
    election text PRIMARY KEY REFERENCES election (uuid),
    report text NOT NULL,
    at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON credentials_upload TO "${application}";
