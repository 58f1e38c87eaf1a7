create extension if not exists btree_gist;

create table guarded.entry (
    id                uuid primary key,
    person_record_id  uuid not null,
    measure           text not null references measure,
    harms             text[] not null check (
        cardinality(harms) between 1 and 8
        and harms <@ array ['neglect', 'physical-abuse', 'emotional-abuse', 'sexual-abuse', 'trafficking', 'sexual-exploitation',
            'criminal-exploitation', 'fgm', 'forced-marriage', 'other']),
    risk              text not null check (risk in ('high', 'medium', 'low')),
    status            text not null check (status in ('active', 'ended')),
    holder            text not null references agency,
    started_on        date not null,
    review_due_on     date,
    ended_on          date check (ended_on >= started_on),
    end_reason        text check (end_reason ~ '^[a-z-]{1,40}$'),
    wrapped_key       bytea not null,
    summary           bytea not null,
    opened_at         timestamptz not null,
    version           int not null,
    check ((status = 'ended') = (ended_on is not null and end_reason is not null)),
    check (status = 'ended' or review_due_on is not null)
);
comment on table guarded.entry is 'A minimal pointer: that there is a measure, why, and who is responsible. Never a case file, never a name.';
comment on column guarded.entry.summary is 'Encrypted with the data key of this row.';
create unique index entry_one_active on guarded.entry (person_record_id) where status = 'active';
create index entry_person on guarded.entry (person_record_id);
create index entry_holder_list on guarded.entry (holder, opened_at desc, id);
select guard_table('entry', 'select, insert, update');

create table guarded.entry_holder (
    entry_id uuid not null references guarded.entry,
    agency   text not null references agency,
    during   tstzrange not null check (not isempty(during)),
    exclude using gist (entry_id with =, during with &&)
);
comment on table guarded.entry_holder is 'Who was responsible when: never two at once. Written by trigger only, so it cannot differ from the entry.';
select guard_table('entry_holder', 'select');

-- Exactly one holder (architecture, invariant 1): the column is NOT NULL, and every change of it closes one period and
-- opens the next at the same instant.
create function guarded.keep_holder_history() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if tg_op = 'UPDATE' then
        update guarded.entry_holder set during = tstzrange(lower(during), clock_timestamp())
         where entry_id = new.id and upper_inf(during);
        insert into guarded.entry_holder (entry_id, agency, during)
        select new.id, new.holder, tstzrange(max(upper(during)), null) from guarded.entry_holder where entry_id = new.id;
    else
        insert into guarded.entry_holder (entry_id, agency, during) values (new.id, new.holder, tstzrange(clock_timestamp(), null));
    end if;
    return null;
end $$;
create trigger keep_holder_history_on_insert after insert on guarded.entry
    for each row execute function guarded.keep_holder_history();
create trigger keep_holder_history_on_update after update of holder on guarded.entry
    for each row when (old.holder <> new.holder) execute function guarded.keep_holder_history();

create function guarded.keep_ended() returns trigger language plpgsql as $$
begin
    if old.status = 'ended' then
        raise exception 'an ended entry does not change' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_ended before update on guarded.entry for each row execute function guarded.keep_ended();

create table guarded.review (
    id         uuid primary key,
    entry_id   uuid not null references guarded.entry,
    decision   text not null check (decision in ('continue', 'end')),
    reason     text not null check (reason ~ '^[a-z-]{1,40}$'),
    decided_on date not null,
    decided_by text not null,
    written_at timestamptz not null
);
create index review_entry on guarded.review (entry_id, written_at);
select guard_table('review', 'select, insert');
