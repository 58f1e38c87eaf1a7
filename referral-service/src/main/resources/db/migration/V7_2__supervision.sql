-- Two records that are not one: reflection with a supervisor, which no manager reads, and a manager's oversight of the work.

create table guarded.supervision_record (
    id               uuid primary key,
    key_id           uuid not null references guarded.person_key on delete cascade,
    person_record_id uuid,
    agency           text not null,
    kind             text not null check (kind in ('reflective', 'oversight')),
    worker           text not null,
    author           text not null,
    held_on          date not null,
    written_at       timestamptz not null,
    text             bytea not null,
    version          int not null,
    check (author <> worker),
    check (person_record_id is null or person_record_id = key_id)
);
comment on column guarded.supervision_record.key_id is 'Whose key seals the texts: the child''s where it is about one, else one of the record''s own.';
comment on column guarded.supervision_record.worker is 'Subject of whom it is about.';
create index supervision_record_list on guarded.supervision_record (agency, written_at desc, id desc);
create index supervision_record_key on guarded.supervision_record (key_id);
select guard_table('supervision_record', 'select, insert, update (version)');

create table guarded.supervision_action (
    id        uuid primary key,
    record_id uuid not null references guarded.supervision_record on delete cascade,
    place     int not null,
    text      bytea not null,
    due_on    date not null,
    done_by   text,
    done_at   timestamptz,
    unique (record_id, place),
    check ((done_by is null) = (done_at is null))
);
select guard_table('supervision_action', 'select, insert, update (done_by, done_at)');

-- What was done stays done.
create function guarded.supervision_action_done_once() returns trigger language plpgsql as $$
begin
    raise exception 'what was done stays done' using errcode = 'check_violation';
end $$;
create trigger supervision_action_done_once before update on guarded.supervision_action
    for each row when (old.done_at is not null) execute function guarded.supervision_action_done_once();
