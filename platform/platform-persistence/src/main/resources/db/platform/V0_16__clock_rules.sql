-- Which rules of clocks are in force from when on: written by the referral service, and told to the register.
create table rule_publication (
    id           uuid primary key,
    version      text not null check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    document     text not null check (octet_length(document) <= 30000),
    valid_from   timestamptz not null,
    published_at timestamptz not null
);
comment on table rule_publication is 'Before the first one the rules that come with Waymark are in force. To roll back is to publish an older version again.';
create index rule_in_force on rule_publication (valid_from desc, published_at desc, id);
create index rule_publication_of on rule_publication (version);
grant select, insert on rule_publication to ${app};
