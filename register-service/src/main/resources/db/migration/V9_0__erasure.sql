-- What waits, and what goes, now that more hangs on an entry and every notification names its child.

-- Nothing goes while anybody works on it: a measure, in the open or behind a seal, a legal hold, a request, an alert, a flag,
-- emergency access or a derogation that nobody has reviewed, and what somebody was told and has not read. What is told behind
-- a seal nobody in the open can acknowledge: it waits with the seal, and no longer.
create or replace function holds_active(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from entry where person_record_id = record and status = 'active')
        or exists (select from sealing where person_record_id = record and unsealed_at is null)
        or public.is_on_legal_hold(record)
        or exists (select from entry held where held.person_record_id = record and (
                   exists (select from disclosure d where d.entry_id = held.id and d.status = 'requested')
                or exists (select from alert a where a.entry_id = held.id and a.outcome is null)
                or exists (select from travel_flag f where f.entry_id = held.id and f.status = 'active')
                or exists (select from emergency_access e where e.entry_id = held.id and e.reviewed_at is null)
                or exists (select from derogation d where d.entry_id = held.id and d.reviewed_at is null)))
        or exists (select from notification told
                    where told.person_record_id = record and told.acknowledged_at is null and told.sealing is null)
$$;

-- What hangs on an entry goes with it (on delete cascade), but for what was there before that rule.
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
    delete from notification where person_record_id = record;
    delete from relation where person_record_id = record;
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
