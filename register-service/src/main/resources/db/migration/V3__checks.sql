create table guarded.child_check (
    id       uuid primary key,
    asked_by text not null,
    agency   text not null,
    country  text not null,
    purpose  text not null,
    asked_at timestamptz not null,
    result   text check (result in ('hit', 'possible', 'no-hit'))
);
comment on table guarded.child_check is 'That somebody asked, never what for: the search terms are not kept.';
create index child_check_by_person on guarded.child_check (asked_by, asked_at);
select guard_table('child_check', 'select, insert, update');

create table guarded.check_match (
    handle       uuid primary key,
    check_id     uuid not null references guarded.child_check,
    entry_id     uuid not null references guarded.entry,
    result       text not null check (result in ('hit', 'possible')),
    name         text not null check (name in ('agree', 'partly', 'differ', 'not-compared')),
    birth_date   text not null check (birth_date in ('agree', 'partly', 'differ', 'not-compared')),
    sex          text not null check (sex in ('agree', 'partly', 'differ', 'not-compared')),
    expires_at   timestamptz not null,
    confirmed_at timestamptz,
    unique (check_id, entry_id)
);
comment on column guarded.check_match.handle is 'Random: it tells the asker nothing and is good for a short time only.';
select guard_table('check_match', 'select, insert, update');

create table guarded.look (
    id         uuid primary key,
    entry_id   uuid not null references guarded.entry,
    asked_by   text not null,
    asker_name text not null,
    agency     text not null,
    country    text not null,
    purpose    text not null,
    at         timestamptz not null
);
create index look_entry on guarded.look (entry_id, at desc, id);
select guard_table('look', 'select, insert');

create table guarded.notification (
    id              uuid primary key,
    agency          text not null,
    kind            text not null check (kind ~ '^[a-z-]{1,40}$'),
    reference       uuid not null,
    from_agency     text not null,
    from_name       text,
    purpose         text,
    created_at      timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
create index notification_inbox on guarded.notification (agency, created_at desc, id);
select guard_table('notification', 'select, insert, update');

create table guarded.disclosure (
    id             uuid primary key,
    handle         uuid not null references guarded.check_match,
    entry_id       uuid not null references guarded.entry,
    holder         text not null,
    asking_agency  text not null,
    asking_country text not null,
    asked_by       text not null,
    asker_name     text not null,
    purpose        text not null,
    legal_basis    text not null,
    agreement      text not null references agreement,
    asked_at       timestamptz not null,
    due_on         date not null,
    status         text not null check (status in ('requested', 'accepted', 'refused')),
    reason         text check (reason ~ '^[a-z-]{1,40}$'),
    decided_by     text,
    decided_at     timestamptz,
    escalated_at   timestamptz,
    escalated_to   text references agency,
    version        int not null,
    check ((status = 'requested') = (decided_by is null)),
    check ((status = 'requested') = (decided_at is null)),
    check ((status = 'refused') = (reason is not null)),
    check (escalated_at is null or status = 'refused'),
    check (escalated_to is null or escalated_at is not null)
);
create unique index disclosure_one_open on guarded.disclosure (handle) where status = 'requested';
create index disclosure_asking on guarded.disclosure (asking_agency, asked_at desc, id);
create index disclosure_holder on guarded.disclosure (holder, asked_at desc, id);
select guard_table('disclosure', 'select, insert, update');

create function guarded.keep_decided() returns trigger language plpgsql as $$
begin
    if old.status <> 'requested' and old.status <> new.status then
        raise exception 'a decided disclosure is not decided again' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_decided before update on guarded.disclosure for each row execute function guarded.keep_decided();
