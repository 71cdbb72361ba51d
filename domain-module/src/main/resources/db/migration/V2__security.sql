-- What Alacena writes down of security. Standard SQL; run on PostgreSQL.

-- Tokens that are accepted no longer. Rows are appended and never changed; those that are over are deleted.
create table alacena_revocations (
    -- what names the tokens: token (jti), session (sid), subject (sub)
    kind varchar(8) not null check (kind in ('token', 'session', 'subject')),
    issuer varchar(256) not null,
    name varchar(256) not null,
    -- of a subject: the latest iat of its revoked tokens
    issued_until timestamp with time zone,
    kept_until timestamp with time zone not null,
    recorded_at timestamp with time zone not null default current_timestamp,
    check ((kind = 'subject') = (issued_until is not null))
);
create index alacena_revocations_name on alacena_revocations (issuer, name);
create index alacena_revocations_kept_until on alacena_revocations (kept_until);
create index alacena_revocations_recorded_at on alacena_revocations (recorded_at);
