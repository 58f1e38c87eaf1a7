-- What the platform asks of a service that holds something about people (person_erasure).

-- A referral that is sent waits for an answer.
create function holds_active(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from referral where person_record_id = record and status = 'SENT')
$$;
comment on function holds_active(uuid) is 'Read by the job that erases, and only of records that two people have decided to erase.';

-- With the data key every text about the child is gone, in backups too; the rows go with it.
create function erase_person(record uuid) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if public.holds_active(record) then
        return false;
    end if;
    delete from referral where person_record_id = record;
    delete from person_key where person_record_id = record;
    return true;
end $$;

revoke execute on function holds_active(uuid), erase_person(uuid) from public;
grant execute on function holds_active(uuid), erase_person(uuid) to ${app};
