-- who may log in; a user without a row may not
create table credentials (
    user_id       bigint       primary key references users (id) on delete cascade,
    password_hash varchar(300) not null,
    roles         text[]       not null default '{user}' check (roles <@ '{user,admin}'),
    changed_at    timestamptz  not null default now()
);

-- tokens that continue a login, as their SHA-256; a spent one is kept, so that its reuse is seen
create table refresh_tokens (
    hash       bytea        primary key,
    user_id    bigint       not null references users (id) on delete cascade,
    session    varchar(256) not null,
    expires_at timestamptz  not null,
    spent_at   timestamptz,
    successor  bytea,
    salt       bytea
);

create index refresh_tokens_user on refresh_tokens (user_id, session);
create index refresh_tokens_successor on refresh_tokens (successor);
create index refresh_tokens_expiry on refresh_tokens (expires_at);
