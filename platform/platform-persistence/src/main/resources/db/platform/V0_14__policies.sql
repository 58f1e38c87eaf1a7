-- Which access policy is in force from when on: written by the register, and told to the services that subscribe.
create table policy_publication (
    id           uuid primary key,
    version      text not null check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    document     text not null check (octet_length(document) <= 30000),
    valid_from   timestamptz not null,
    published_at timestamptz not null
);
comment on table policy_publication is 'Before the first one the policy that comes with Waymark is in force. To roll back is to publish an older version again.';
create index policy_in_force on policy_publication (valid_from desc, published_at desc, id);
grant select, insert on policy_publication to ${app};
