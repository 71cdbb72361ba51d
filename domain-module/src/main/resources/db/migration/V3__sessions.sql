-- Sessions of users. Run on PostgreSQL.
create table alacena_sessions (
    -- SHA-256 of the secret id, which is not here
    handle       char(43)                 not null primary key,
    user_id      varchar(256)             not null,
    -- JSON, and the fingerprint of its type
    data         text                     not null,
    data_type    char(8)                  not null,
    address      varchar(64)              not null,
    user_agent   varchar(256)             not null,
    created_at   timestamp with time zone not null,
    last_seen_at timestamp with time zone not null
);
create index alacena_sessions_user on alacena_sessions (user_id, created_at);
create index alacena_sessions_seen on alacena_sessions (last_seen_at);
