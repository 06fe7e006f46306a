-- People who run elections or the installation, their sessions, and invitations to join them.
-- Passwords are stored as Argon2id; sessions and invitations under the hashes of their tokens.

CREATE TABLE account (
    name text PRIMARY KEY,
    role text NOT NULL CHECK (role IN ('OFFICIAL', 'OPERATOR')),
    password text NOT NULL,
    provisional boolean NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE login_session (
    hash text PRIMARY KEY,
    account text NOT NULL REFERENCES account (name),
    expires_at timestamptz NOT NULL
);
CREATE INDEX login_session_account ON login_session (account);

CREATE TABLE invitation (
    hash text PRIMARY KEY,
    account text NOT NULL,
    role text NOT NULL CHECK (role IN ('OFFICIAL', 'OPERATOR')),
    expires_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON account TO "${application}";
GRANT UPDATE (password, provisional) ON account TO "${application}";
GRANT SELECT, INSERT, DELETE ON login_session, invitation TO "${application}";
