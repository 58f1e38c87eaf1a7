-- The job that looks for pairs holds neither rows nor the lock of links while it compares. So a record may be corrected
-- meanwhile: then it has another place, and what was found of its old version does not end its waiting.
create or replace function guarded.correction_wants_pairing() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into pairing as wanted (record_id, is_new) values (new.id, false)
    on conflict (record_id) do update set is_new = false, attempts = 0, order_no = default;
    return null;
end $$;

drop function pairings_done(uuid[]);
-- The pairs of these records have been looked for, as they stood at these places.
create function pairings_done(records uuid[], places bigint[]) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    delete from pairing using unnest(records, places) as done (record_id, order_no)
     where pairing.record_id = done.record_id and pairing.order_no = done.order_no;
end $$;
revoke execute on function pairings_done(uuid[], bigint[]) from public;
grant execute on function pairings_done(uuid[], bigint[]) to ${app};

-- While a record is restricted it comes into no pair; afterwards it does.
create function guarded.lifting_wants_pairing() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into pairing as wanted (record_id, is_new) values (new.person_id, false)
    on conflict (record_id) do update set is_new = false, attempts = 0, order_no = default;
    return null;
end $$;
create trigger lifting_wants_pairing after update of lifted_at on guarded.restriction
    for each row when (old.lifted_at is null and new.lifted_at is not null)
    execute function guarded.lifting_wants_pairing();
