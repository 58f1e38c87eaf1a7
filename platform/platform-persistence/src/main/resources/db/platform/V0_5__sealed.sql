-- Sealed subjects, and refusals that are too many to have an event each.
alter table person_tag
    add column sealed boolean not null default false,
    alter column tag drop not null;
comment on column person_tag.tag is 'Null until identity has told it, where the register has sealed the subject before.';
comment on column person_tag.sealed is 'Whether audit events hide which child they are about, when it is this one.';
create index person_tag_sealed on person_tag (tag) where sealed;

create table refusal_count (
    actor     text not null,
    type      text not null,
    operation text not null,
    code      text not null,
    minute    timestamptz not null,
    refusals  int not null check (refusals > 0),
    summary   text not null check (octet_length(summary) <= 8192),
    primary key (actor, type, operation, code, minute)
);
comment on table refusal_count is 'How often an actor was refused the same in a minute, until an event tells it.';
comment on column refusal_count.summary is 'That event, without id, time and count.';
create index refusal_count_minute on refusal_count (minute);
grant select, insert, update, delete on refusal_count to ${app};
