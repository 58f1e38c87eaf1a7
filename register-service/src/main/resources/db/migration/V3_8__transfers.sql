-- Responsibility passes from one agency to another: proposed, received, accepted, rejected or withdrawn.

alter table agency add column transfer_clock_start text
    check (transfer_clock_start in ('referral-received', 'referral-accepted', 'information-received', 'transfer-notified'));
comment on column agency.transfer_clock_start is
    'From which event this agency counts when a child is transferred to it, where the rule leaves the choice.';

create table guarded.transfer (
    id              uuid primary key,
    entry_id        uuid not null references guarded.entry,
    from_agency     text not null references agency,
    to_agency       text not null references agency,
    reason          text not null check (reason in ('child-moved', 'placement', 'family-request', 'court-order')),
    status          text not null check (status in ('proposed', 'received', 'accepted', 'rejected', 'withdrawn')),
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    received_by     text,
    received_at     timestamptz,
    clock_rule      text not null check (clock_rule ~ '^[A-Z0-9-]{1,40}$'),
    clock_start     text not null check (length(clock_start) between 1 and 40),
    due_on          date,
    due_until       timestamptz,
    overdue_at      timestamptz,
    conference_on   date,
    decision_reason text check (decision_reason ~ '^[a-z-]{1,40}$'),
    decided_by      text,
    decided_at      timestamptz,
    decided_in      xid8,
    version         int not null,
    check (from_agency <> to_agency),
    check ((received_by is null) = (received_at is null)),
    check (status <> 'proposed' or received_at is null),
    check (status not in ('received', 'accepted') or received_at is not null),
    check ((status in ('proposed', 'received')) = (decided_at is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((status in ('rejected', 'withdrawn')) = (decision_reason is not null)),
    check ((status = 'accepted') = (conference_on is not null)),
    check ((due_on is null) = (due_until is null)),
    check (overdue_at is null or due_until <= overdue_at)
);
comment on table guarded.transfer is 'Until it is accepted the old holder stays responsible (invariant 1).';
create unique index transfer_one_open on guarded.transfer (entry_id) where status in ('proposed', 'received');
create index transfer_outgoing on guarded.transfer (from_agency, proposed_at desc, id);
create index transfer_incoming on guarded.transfer (to_agency, proposed_at desc, id);
create index transfer_to_watch on guarded.transfer (due_until) where status in ('proposed', 'received') and overdue_at is null;
select guard_table('transfer', 'select, insert, update');

create function guarded.keep_transfer() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'proposed' then
            raise exception 'a transfer begins as a proposal' using errcode = '23514';
        end if;
    elsif old.status not in ('proposed', 'received') then
        raise exception 'a transfer that has ended does not change' using errcode = '23514';
    elsif (new.entry_id, new.from_agency, new.to_agency) is distinct from (old.entry_id, old.from_agency, old.to_agency)
            or new.status = 'proposed' and old.status = 'received' then
        raise exception 'a transfer goes forward, between the same two agencies' using errcode = '23514';
    end if;
    new.decided_in := case when new.status = 'accepted' then pg_current_xact_id() end;
    return new;
end $$;
create trigger keep_transfer before insert or update on guarded.transfer
    for each row execute function guarded.keep_transfer();

-- The holder changes by an acceptance in the same transaction, and by nothing else; and nothing ends meanwhile.
create function guarded.keep_holder() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if new.holder <> old.holder and not exists (
            select from transfer where entry_id = new.id and from_agency = old.holder and to_agency = new.holder
               and status = 'accepted' and decided_in = pg_current_xact_id()) then
        raise exception 'the holder of an entry changes by an accepted transfer only' using errcode = '23514';
    end if;
    if new.status = 'ended' and exists (
            select from transfer where entry_id = new.id and status in ('proposed', 'received')) then
        raise exception 'an entry does not end within a transfer' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_holder before update on guarded.entry for each row execute function guarded.keep_holder();

-- An acceptance that does not move the holder would leave two agencies that both think they are not responsible.
create function guarded.keep_acceptance() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if not exists (select from entry where id = new.entry_id and holder = new.to_agency) then
        raise exception 'an accepted transfer moves the holder' using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger keep_acceptance after update on guarded.transfer deferrable initially deferred
    for each row when (new.status = 'accepted') execute function guarded.keep_acceptance();

-- What an entry said at each time, so that a former holder can read what was so in its own time.
create table guarded.entry_version (
    entry_id      uuid not null references guarded.entry,
    version       int not null,
    measure       text not null,
    harms         text[] not null,
    risk          text not null,
    status        text not null,
    holder        text not null,
    review_due_on date,
    ended_on      date,
    end_reason    text,
    wrapped_key   bytea not null,
    summary       bytea not null,
    written_at    timestamptz not null,
    primary key (entry_id, version)
);
comment on table guarded.entry_version is 'Written by trigger only.';
create index entry_version_holder on guarded.entry_version (holder, entry_id);
select guard_table('entry_version', 'select');

create function guarded.keep_version() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into entry_version values (new.id, new.version, new.measure, new.harms, new.risk, new.status, new.holder,
        new.review_due_on, new.ended_on, new.end_reason, new.wrapped_key, new.summary, clock_timestamp());
    return null;
end $$;
create trigger keep_version after insert or update on guarded.entry for each row execute function guarded.keep_version();
insert into guarded.entry_version
select id, version, measure, harms, risk, status, holder, review_due_on, ended_on, end_reason, wrapped_key, summary, opened_at
  from guarded.entry;

-- The job that watches the clocks finds by itself what it then puts on record, one by one.
create function overdue_transfers(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from transfer
     where status in ('proposed', 'received') and overdue_at is null and due_until <= now()
     order by due_until limit most
$$;

create or replace function holds_active(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from entry where person_record_id = record and status = 'active')
        or exists (select from disclosure join entry on entry.id = entry_id
                    where person_record_id = record and disclosure.status = 'requested')
        or exists (select from notification told where acknowledged_at is null and (
                    person_record_id = record
                    or reference in (select id from entry where person_record_id = record)
                    or reference in (select disclosure.id from disclosure join entry on entry.id = entry_id
                                      where entry.person_record_id = record)
                    or reference in (select transfer.id from transfer join entry on entry.id = entry_id
                                      where entry.person_record_id = record)))
$$;

create or replace function erase_person(record uuid) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    entries uuid[];
begin
    perform public.audit_guard();
    if public.holds_active(record) then
        return false;
    end if;
    select coalesce(array_agg(id), '{}') into entries from entry where person_record_id = record;
    delete from notification where person_record_id = record or reference = any (entries)
        or reference in (select id from disclosure where entry_id = any (entries))
        or reference in (select id from transfer where entry_id = any (entries));
    delete from disclosure where entry_id = any (entries);
    delete from transfer where entry_id = any (entries);
    delete from check_match where entry_id = any (entries);
    delete from look where entry_id = any (entries);
    delete from review where entry_id = any (entries);
    delete from entry_holder where entry_id = any (entries);
    delete from entry_version where entry_id = any (entries);
    delete from entry where id = any (entries);
    return true;
end $$;

revoke execute on function overdue_transfers(int) from public;
grant execute on function overdue_transfers(int) to ${app};
