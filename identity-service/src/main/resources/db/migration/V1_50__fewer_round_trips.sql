-- What a search needs of the database, in fewer round trips.

-- Notes one search of somebody and counts those of their minute and of their hour, with it. Whoever searches faster than
-- allowed is only counted. The row of the actor makes searches of one actor take turns, so each sees those before it.
-- A crash of the server may lose the counts of its last second, so nobody waits for the disk.
create function note_search(who text, at_time timestamptz, minute_ago timestamptz, hour_ago timestamptz, most integer,
        name_hash bytea, alike_hash bytea, birth_hash bytea)
    returns table (in_minute integer, dates_of_name integer, names_of_date integer, near_variants integer,
        in_hour integer)
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
        insert into search_trace (actor, name, alike, birth, at)
            values (who, name_hash, alike_hash, birth_hash, at_time);
        select count(distinct birth) filter (where name = name_hash),
               count(distinct name) filter (where birth = birth_hash),
               count(distinct (name, birth)) filter (where alike = alike_hash),
               count(distinct (name, birth))
          into dates_of_name, names_of_date, near_variants, in_hour
          from search_trace where actor = who;
    end if;
    return next;
end $$;
revoke execute on function note_search(text, timestamptz, timestamptz, timestamptz, integer, bytea, bytea, bytea)
    from public;
grant execute on function note_search(text, timestamptz, timestamptz, timestamptz, integer, bytea, bytea, bytea)
    to ${app};

-- The records of candidates(), most first, with who they are linked to and whether they are restricted.
create function found(keys bigint[], people bigint, longest integer, most integer)
    returns table (id uuid, no bigint, version integer, agency text, country text, tag text, wrapped_key bytea,
        demographics bytea, identity_id uuid, restricted boolean)
    language plpgsql stable security definer set search_path = guarded, pg_temp set enable_seqscan = off
    set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    perform public.audit_guard();
    return query
        select p.id, p.no, p.version, p.agency, p.country, p.tag, p.wrapped_key, p.demographics, m.identity_id,
               exists (select from restriction r where r.person_id = p.id and r.lifted_at is null)
          from public.candidates(keys, people, longest, most) with ordinality as c (no, place)
          join person p on p.no = c.no
          left join identity_member m on m.record_id = p.id
         order by c.place;
end $$;

-- The same of those whom a mirror calls by these numbers, who are still there.
create function mirrored(numbers bigint[])
    returns table (id uuid, no bigint, version integer, agency text, country text, tag text, wrapped_key bytea,
        demographics bytea, identity_id uuid, restricted boolean)
    language plpgsql stable security definer set search_path = guarded, pg_temp set enable_seqscan = off
    set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    perform public.audit_guard();
    return query
        select p.id, p.no, p.version, p.agency, p.country, p.tag, p.wrapped_key, p.demographics, m.identity_id,
               exists (select from restriction r where r.person_id = p.id and r.lifted_at is null)
          from unnest(numbers) with ordinality as n (number, place)
          join person_change c on c.number = n.number and not c.gone
          join person p on p.id = c.person_id
          left join identity_member m on m.record_id = p.id
         order by n.place;
end $$;

revoke execute on function found(bigint[], bigint, integer, integer), mirrored(bigint[]) from public;
grant execute on function found(bigint[], bigint, integer, integer), mirrored(bigint[]) to ${app};

-- Those of an agency's records that have one of these external ids, by its keyed hash. One look for each: with a list of
-- a thousand a planner without statistics reads the agency's whole register instead.
create function externally_known(of_agency text, hashes text[])
    returns table (external_id_hash text, id uuid, import_id uuid)
    language plpgsql stable security definer set search_path = guarded, pg_temp set enable_seqscan = off
    set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    perform public.audit_guard();
    return query
        select p.external_id_hash, p.id, p.import_id from unnest(hashes) as h (hash)
         cross join lateral (select one.external_id_hash, one.id, one.import_id from person one
                where one.agency = of_agency and one.external_id_hash = h.hash offset 0) as p;
end $$;
revoke execute on function externally_known(text, text[]) from public;
grant execute on function externally_known(text, text[]) to ${app};
