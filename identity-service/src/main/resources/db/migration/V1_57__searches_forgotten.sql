-- A search and the handles of whom it showed mean something for half an hour. They were deleted with the next erasure, all at once
-- and while nobody else could change a record: now a job deletes them, a few thousand at a time.
create index search_to_forget on guarded.search (expires_at);
create index search_candidate_of_person on guarded.search_candidate (person_id);

create function forget_searches(most int) returns int
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    old uuid[];
begin
    select array_agg(id) into old from (
        select id from search where expires_at < now() order by expires_at limit most for update skip locked) expired;
    delete from search_candidate where search_id = any(old);
    delete from search where id = any(old);
    return coalesce(cardinality(old), 0);
end $$;
revoke execute on function forget_searches(int) from public;
grant execute on function forget_searches(int) to ${app};

create or replace function erase_person(record uuid) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if not exists (select from erasure where person_id = record and status = 'APPROVED') then
        raise exception 'nobody has decided to erase this record' using errcode = '42501';
    end if;
    insert into erased_person (id, agency) select id, agency from person where id = record;
    delete from search_candidate where person_id = record;
    perform public.unindex_person(record);
    delete from person where id = record;
    delete from public.idempotency_key where location like '%/' || record::text || '%';
    return true;
end $$;
