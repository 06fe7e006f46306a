-- Observers have links, too.

ALTER TABLE access_token DROP CONSTRAINT access_token_role_check;
ALTER TABLE access_token ADD CONSTRAINT access_token_role_check
    CHECK (role IN ('REGISTRAR', 'TRUSTEE', 'OBSERVER'));
