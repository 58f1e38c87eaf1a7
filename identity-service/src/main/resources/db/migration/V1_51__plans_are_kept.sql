-- Each look was planned anew, which took longer than the look: with the numbers before it, the planner takes a plan of its
-- own for cheaper than the one for any numbers. This function allows one way only, so there is nothing to choose.
alter function mirrored(bigint[]) set plan_cache_mode = force_generic_plan;

-- As before, in the language that keeps plans.
create or replace function persons_changed(since bigint, after_number bigint, most integer)
    returns table (person_id uuid, number bigint, changed_in bigint, gone boolean)
    language plpgsql volatile security definer set search_path = guarded, pg_temp set enable_seqscan = off
    set enable_sort = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
    return query
        select person_id, number, changed_in, gone from person_change
         where (changed_in, number) > (since, after_number)
         order by changed_in, number limit most;
end $$;

-- Counts one question of each holder in turn, and stops at the first who asked more than so often since the end of their
-- period: nobody uses up an agency's quota alone. Does not wait for the disk; the event of the answer does, and what was
-- committed before it is durable with it.
create function count_private_query(scopes text[], holders bytea[], ended timestamptz[], quotas integer[],
        at_time timestamptz)
    returns table (place integer, asked integer)
    language plpgsql as $$
#variable_conflict use_column
begin
    perform set_config('synchronous_commit', 'off', true);
    for i in 1 .. cardinality(scopes) loop
        insert into private_query_count as counted (scope, holder, since, asked)
            values (scopes[i], holders[i], at_time, 1)
            on conflict (scope, holder) do update set
                since = case when counted.since <= ended[i] then excluded.since else counted.since end,
                asked = case when counted.since <= ended[i] then 1 else counted.asked + 1 end
            returning counted.asked into asked;
        if asked > quotas[i] then
            place := i;
            return next;
            return;
        end if;
    end loop;
end $$;
revoke execute on function count_private_query(text[], bytea[], timestamptz[], integer[], timestamptz) from public;
grant execute on function count_private_query(text[], bytea[], timestamptz[], integer[], timestamptz) to ${app};
