-- Looks first: to delete where nothing is late would lock the details behind the tables that were just filled, for nothing,
-- and in another order than whoever locks all of them.
create or replace function erase_late_details(first bigint, beyond bigint) returns bigint
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    late bigint[];
begin
    late := array(
        select i.leaf_index from sealed_index i join public.erased_subject e on e.key = i.key
        where i.leaf_index >= first and i.leaf_index < beyond and i.kind = 'subject' and i.leaf_index > e.leaf_index);
    if late = '{}' then
        return 0;
    end if;
    delete from sealed_detail where leaf_index = any (late);
    return cardinality(late);
end $$;
