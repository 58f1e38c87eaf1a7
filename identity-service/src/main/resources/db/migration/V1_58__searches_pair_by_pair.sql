-- A search compares each of its names with each of its births, and was traced by its first name and all its births together: a
-- decoy in the first place hid the rest. Each pair is traced now, and a document as a birth is; what one search asked for is one hash.
alter table search_trace add column asked bytea check (length(asked) = 16);
comment on column search_trace.asked is 'The whole search that this pair of a name and a birth, or a document, is of; null in rows of before.';

-- Beside the function of before, which replicas that are not yet replaced go on calling. Whoever has been refused long since is
-- not traced further.
create function note_search(who text, at_time timestamptz, minute_ago timestamptz, hour_ago timestamptz, most integer,
        names bytea[], alikes bytea[], births bytea[], whole bytea)
    returns table (in_minute integer, dates_of_name integer, names_of_date integer, near_variants integer,
        in_hour integer, pairs integer)
    language plpgsql as $$
#variable_conflict use_column
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into search_pace as pace (actor, since, searches) values (who, at_time, 1)
        on conflict (actor) do update set
            since = case when pace.since <= minute_ago then excluded.since else pace.since end,
            searches = case when pace.since <= minute_ago then 1 else pace.searches + 1 end
        returning searches into in_minute;
    if in_minute <= most then
        delete from search_trace where actor = who and at <= hour_ago;
        if (select count(*) from search_trace where actor = who) < 10000 then
            insert into search_trace (actor, name, alike, birth, at, asked)
                select who, n.name, n.alike, b.birth, at_time, whole
                  from unnest(names, alikes) as n (name, alike) cross join unnest(births) as b (birth);
        end if;
        select coalesce(max(c), 0) into dates_of_name from (
            select count(distinct birth) as c from search_trace where actor = who and name = any(names) group by name) by_name;
        select coalesce(max(c), 0) into names_of_date from (
            select count(distinct name) as c from search_trace where actor = who and birth = any(births) group by birth) by_birth;
        select coalesce(max(c), 0) into near_variants from (
            select count(distinct coalesce(asked, name || birth)) as c from search_trace
             where actor = who and alike = any(alikes) group by alike) by_alike;
        select count(distinct coalesce(asked, name || birth)), count(distinct (name, birth))
          into in_hour, pairs from search_trace where actor = who;
    end if;
    return next;
end $$;
revoke execute on function note_search(text, timestamptz, timestamptz, timestamptz, integer, bytea[], bytea[], bytea[], bytea)
    from public;
grant execute on function note_search(text, timestamptz, timestamptz, timestamptz, integer, bytea[], bytea[], bytea[], bytea)
    to ${app};
