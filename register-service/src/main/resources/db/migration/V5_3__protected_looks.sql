-- Looks that the holder is not told of (invariant 8). They stand apart from the others, so that no list of looks can show
-- one by mistake.
alter table guarded.child_check add column protected boolean not null default false;
select guard_table('child_check', 'select, insert, update');

create table guarded.protected_look (
    id         uuid primary key,
    entry_id   uuid not null references guarded.entry on delete cascade,
    asked_by   text not null,
    asker_name text not null,
    agency     text not null,
    country    text not null,
    purpose    text not null,
    at         timestamptz not null,
    shown      boolean not null default false
);
comment on column guarded.protected_look.shown is 'Whether it was released to the holder whole, and so stands among the other looks.';
create index protected_look_own on guarded.protected_look (asked_by, at desc, id);
create index protected_look_entry on guarded.protected_look (entry_id);
select guard_table('protected_look', 'select, insert, update');

create table guarded.look_release (
    id          uuid primary key,
    look_id     uuid not null references guarded.protected_look on delete cascade,
    recipient   text not null check (recipient in ('central-authority', 'holder')),
    what        text not null check (what in ('agency', 'person')),
    released_by text not null,
    released_at timestamptz not null,
    unique (look_id, recipient, what)
);
comment on column guarded.look_release.what is 'Which agency looked and why; or also who.';
select guard_table('look_release', 'select, insert');

create index look_own on guarded.look (asked_by, at desc, id);
