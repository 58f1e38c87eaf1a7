-- What the platform asks of a service that holds something about people (person_erasure).

-- An active entry protects a child and must not lose it; what was asked or told and is not answered or read goes first.
create function holds_active(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from entry where person_record_id = record and status = 'active')
        or exists (select from disclosure join entry on entry.id = entry_id
                    where person_record_id = record and disclosure.status = 'requested')
        or exists (select from notification told where acknowledged_at is null and (
                    person_record_id = record
                    or reference in (select id from entry where person_record_id = record)
                    or reference in (select disclosure.id from disclosure join entry on entry.id = entry_id
                                      where entry.person_record_id = record)))
$$;
comment on function holds_active(uuid) is 'Read by the job that erases, and only of records that two people have decided to erase.';

-- Ended entries go with all that hangs on them: nothing is kept that would lead from a record to a story. That somebody
-- asked (child_check) stays, for it says nothing about a child.
create function erase_person(record uuid) returns boolean
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
        or reference in (select id from disclosure where entry_id = any (entries));
    delete from disclosure where entry_id = any (entries);
    delete from check_match where entry_id = any (entries);
    delete from look where entry_id = any (entries);
    delete from review where entry_id = any (entries);
    delete from entry_holder where entry_id = any (entries);
    delete from entry where id = any (entries);
    return true;
end $$;

revoke execute on function holds_active(uuid), erase_person(uuid) from public;
grant execute on function holds_active(uuid), erase_person(uuid) to ${app};
