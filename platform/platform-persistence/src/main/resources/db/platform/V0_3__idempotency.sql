-- A write that is sent twice happens once. Status and place are kept, never bodies.
create table idempotency_key (
    actor        text not null,
    key          text not null check (key ~ '^[A-Za-z0-9_-]{1,64}$'),
    request_hash bytea not null check (octet_length(request_hash) = 32),
    status       int check (status between 200 and 299),
    location     text,
    created_at   timestamptz not null default now(),
    primary key (actor, key)
);
create index idempotency_key_age on idempotency_key (created_at);
grant select, insert, update (status, location), delete on idempotency_key to ${app};
