-- The holder tells that a child has moved, may move, or is in serious danger elsewhere; somebody there says that it is known.

create table guarded.movement (
    id          uuid primary key,
    entry_id    uuid not null references guarded.entry on delete cascade,
    from_agency text not null references agency,
    kind        text not null check (kind in ('has-moved', 'may-move', 'in-danger')),
    expected_on date,
    purpose     text not null check (purpose ~ '^[A-Z-]{1,40}$'),
    reported_by text not null,
    reported_at timestamptz not null
);
comment on table guarded.movement is 'It ends no entry and moves no holder: only an accepted transfer does.';
create index movement_entry on guarded.movement (entry_id);
create index movement_from on guarded.movement (from_agency, reported_at desc, id);
select guard_table('movement', 'select, insert');

create table guarded.movement_notice (
    id                uuid primary key,
    movement_id       uuid not null references guarded.movement on delete cascade,
    entry_id          uuid not null references guarded.entry on delete cascade,
    agency            text not null references agency,
    country           text not null check (country ~ '^[A-Z]{2}$'),
    addressed_as      text not null check (addressed_as in ('desk', 'central-authority')),
    legal_basis       text not null,
    delivered_at      timestamptz not null,
    clock_rule        text not null check (clock_rule ~ '^[A-Z0-9-]{1,40}$'),
    due_on            date not null,
    due_until         timestamptz not null,
    overdue_at        timestamptz,
    escalated_to      text references agency,
    acknowledged_by   text,
    acknowledger_name text,
    acknowledged_at   timestamptz,
    version           int not null,
    unique (movement_id, agency),
    check ((acknowledged_by is null) = (acknowledged_at is null) and (acknowledged_by is null) = (acknowledger_name is null)),
    check (overdue_at is null or due_until <= overdue_at),
    check (escalated_to is null or overdue_at is not null)
);
create index movement_notice_movement on guarded.movement_notice (movement_id);
create index movement_notice_agency on guarded.movement_notice (agency, movement_id);
create index movement_notice_entry on guarded.movement_notice (entry_id);
create index movement_notice_to_watch on guarded.movement_notice (due_until) where acknowledged_at is null and overdue_at is null;
select guard_table('movement_notice', 'select, insert, update');
create trigger keep_from_claimed before insert on guarded.movement_notice
    for each row execute function guarded.keep_from_claimed();

create function guarded.keep_acknowledged() returns trigger language plpgsql as $$
begin
    if old.acknowledged_at is not null and (new.acknowledged_by, new.acknowledged_at) is distinct from
            (old.acknowledged_by, old.acknowledged_at) then
        raise exception 'who acknowledged first stays on record' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_acknowledged before update on guarded.movement_notice
    for each row execute function guarded.keep_acknowledged();

create function overdue_movement_notices(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from movement_notice
     where acknowledged_at is null and overdue_at is null and due_until <= now()
     order by due_until limit most
$$;
revoke execute on function overdue_movement_notices(int) from public;
grant execute on function overdue_movement_notices(int) to ${app};
