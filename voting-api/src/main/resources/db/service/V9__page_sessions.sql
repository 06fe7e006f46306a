-- A session is good for pages or for the interface, never for both: a token that was taken from a
-- browser opens no interface, and one from a script no page.

ALTER TABLE login_session ADD COLUMN channel text NOT NULL DEFAULT 'INTERFACE'
    CHECK (channel IN ('INTERFACE', 'PAGES'));
ALTER TABLE login_session ALTER COLUMN channel DROP DEFAULT;
