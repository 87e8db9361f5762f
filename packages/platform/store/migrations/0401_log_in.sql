-- An invitation is a way to log in that works once, to set the lasting ones.
alter table app.credential drop constraint credential_kind_check;
alter table app.credential add constraint credential_kind_check check (kind in ('password', 'totp', 'webauthn', 'oidc', 'invitation'));

-- Failures in a row since the last success; they slow guessing down for one officer, without an address being kept.
alter table app.officer add column failures smallint not null default 0, add column locked_until timestamptz;
