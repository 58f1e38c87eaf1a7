-- A person record is erased: what every service keeps of it here goes, and nothing about it can begin again.
-- A service that holds more about people brings two functions of its own: holds_active(uuid) and erase_person(uuid).

create table person_erasure (
    record_id    uuid primary key,
    erasure_id   uuid not null unique,
    asked_at     timestamptz not null default now(),
    erased_at    timestamptz,
    tag          text check (length(tag) between 16 and 64),
    barrier      xid8,
    confirmed_at timestamptz,
    check (erased_at is not null or (tag is null and barrier is null and confirmed_at is null))
);
comment on table person_erasure is
    'Person records that two people of their agency have decided to erase. Says neither who it was nor what was held.';
comment on column person_erasure.erased_at is 'When this service deleted what it held. From then on nothing can begin on the record.';
comment on column person_erasure.tag is 'Under which the last details still lie in the audit outbox; null once they are gone.';
comment on column person_erasure.barrier is 'Transactions before it may have read the record while it was there.';
create index person_erasure_pending on person_erasure (asked_at) where confirmed_at is null;

-- One of the two: something begins on a record, or it is erased. Beginnings do not wait for each other.
create function person_is_erased(record uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(record::text, 1463900485));
    return exists (select from person_erasure where record_id = record and erased_at is not null);
end $$;

-- Whether facts about the record are still on their way: their receivers could begin something with them.
create function person_facts_waiting(record uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from fact_outbox
         where (subject = record or data::jsonb ->> 'recordId' = record::text)
           and (position is null or position > (select coalesce(min(position), 0) from fact_cursor)))
$$;

-- Lets go of the record's pseudonym, and of the facts that tell it. Only in audited work, as part of an erasure.
create function person_forget(record uuid) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    known text;
begin
    perform audit_guard();
    perform pg_advisory_xact_lock(hashtextextended(record::text, 1463900485));
    select tag into known from person_tag where record_id = record;
    update person_erasure set erased_at = clock_timestamp(), tag = known
     where record_id = record and erased_at is null;
    if not found then
        raise exception 'the record is not to be erased, or erased already' using errcode = '42501';
    end if;
    delete from person_tag where record_id = record;
    delete from fact_outbox
     where (subject = record or data::jsonb ->> 'recordId' = record::text)
       and position <= (select min(position) from fact_cursor);
    return known;
end $$;

-- Deletes the sealed details of events that name the erased record: those that a verified checkpoint covers, for the
-- log may still ask for the others. True when none is left, and every event that names it is in the log. A transaction
-- that read the record before it was erased may write such an event after; those are waited for.
create function person_details_gone(record uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    erasure person_erasure%rowtype;
    naming  text;
begin
    select * into strict erasure from person_erasure where record_id = record and erased_at is not null for update;
    if erasure.tag is null then
        return true;
    elsif erasure.barrier is null then
        update person_erasure set barrier = pg_snapshot_xmax(pg_current_snapshot()) where record_id = record;
        return false;
    elsif pg_snapshot_xmin(pg_current_snapshot()) < erasure.barrier then
        return false;
    end if;
    naming := '"' || erasure.tag || '"';
    update audit_outbox set sealed = null
     where sealed is not null and covered_size is not null and position(naming in event) > 0;
    update audit_copy set sealed = null
     where sealed is not null and covered_size is not null and position(convert_to(naming, 'UTF8') in body) > 0;
    return not exists (select from audit_outbox where covered_size is null and position(naming in event) > 0);
end $$;

revoke execute on function person_is_erased(uuid), person_facts_waiting(uuid), person_forget(uuid),
    person_details_gone(uuid) from public;
grant execute on function person_is_erased(uuid), person_facts_waiting(uuid), person_forget(uuid),
    person_details_gone(uuid) to ${app};
grant select (record_id, erasure_id, asked_at, erased_at, tag, confirmed_at), insert (record_id, erasure_id)
    on person_erasure to ${app};

-- The tag goes when the service has said that it is done.
create function person_erasure_confirmed(record uuid) returns void
    language sql security definer set search_path = public, pg_temp as
    'update person_erasure set confirmed_at = clock_timestamp(), tag = null, barrier = null
      where record_id = record and erased_at is not null';
revoke execute on function person_erasure_confirmed(uuid) from public;
grant execute on function person_erasure_confirmed(uuid) to ${app};
