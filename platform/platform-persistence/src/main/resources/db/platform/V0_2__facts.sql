-- Facts that other services subscribe to, and those received from them.

create table fact_outbox (
    id       uuid primary key,
    order_no bigint generated always as identity,
    type     text not null,
    subject  uuid not null,
    time     timestamptz not null,
    data     text not null check (octet_length(data) <= 32768),
    position bigint unique check (position > 0)
);
comment on column fact_outbox.position is
    'Given by the relay: commits are not in the order of order_no, and a cursor must not step over a late one.';
create index fact_outbox_unnumbered on fact_outbox (order_no) where position is null;

create table fact_cursor (
    subscriber text primary key,
    position   bigint not null check (position >= 0)
);
comment on table fact_cursor is 'The last position that each subscriber has taken.';

create table fact_dead_letter (
    subscriber text not null,
    fact_id    uuid not null,
    subject    uuid not null,
    status     int not null,
    at         timestamptz not null default now(),
    primary key (subscriber, fact_id)
);
comment on table fact_dead_letter is
    'Facts that a subscriber refuses for good, and later ones about the same subject, which must not overtake them.';
create index fact_dead_letter_subject on fact_dead_letter (subscriber, subject);

create table fact_inbox (
    id       uuid primary key,
    source   text not null,
    type     text not null,
    received timestamptz not null default now()
);
comment on table fact_inbox is 'Facts already taken, so that one delivered twice counts once.';

create table person_tag (
    record_id uuid primary key,
    tag       text not null check (length(tag) between 16 and 64)
);
comment on table person_tag is
    'The pseudonym under which a person record appears in the audit trail. It tells neither name nor risk.';

grant insert (id, type, subject, time, data) on fact_outbox to ${app};
grant select, update (position), delete on fact_outbox to ${relay};
grant select, insert, update on fact_cursor to ${relay};
grant select, insert on fact_dead_letter to ${relay};
grant select, insert on fact_inbox to ${app};
grant select, insert, update, delete on person_tag to ${app};
