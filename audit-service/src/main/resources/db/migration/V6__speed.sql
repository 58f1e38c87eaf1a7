-- Newer events of an agency, an actor or a child come at the end of what the index holds of them instead of before it: there
-- PostgreSQL leaves full pages behind it instead of half full ones, and an index that is read backwards is as quick. No two
-- rows have the same key, since each key ends with the place, so looking for equal ones before a page is split is in vain.

drop index guarded.event_subject_looks, guarded.access_event_agency, guarded.access_event_actor,
    guarded.access_event_case, guarded.access_event_refused, guarded.access_event_heartbeat, guarded.sealed_index_key;

create index event_subject_looks on guarded.event_subject (subject, agency, recorded, leaf_index)
    with (deduplicate_items = off);
create index access_event_agency on guarded.access_event (agency, recorded, leaf_index) with (deduplicate_items = off);
create index access_event_actor on guarded.access_event (actor, recorded, leaf_index) with (deduplicate_items = off);
create index access_event_case on guarded.access_event (case_ref, recorded, leaf_index) with (deduplicate_items = off)
    where case_ref is not null;
create index access_event_refused on guarded.access_event (agency, recorded, leaf_index) with (deduplicate_items = off)
    where outcome <> '0';
create index access_event_heartbeat on guarded.access_event (source, recorded) where type = 'audit.heartbeat';
create index sealed_index_key on guarded.sealed_index (key, recorded, leaf_index) with (deduplicate_items = off);

-- A function in SQL that its caller cannot unfold is parsed and planned at each call; one in PL/pgSQL once for each session.
create or replace function read_model_reaches(below bigint) returns bigint
    language plpgsql stable security definer set search_path = guarded, pg_temp as $$
begin
    return coalesce((select leaf_index + 1 from access_event where leaf_index < below order by leaf_index desc limit 1), 0);
end $$;

create or replace function heartbeats() returns table (source text, heard timestamptz)
    language plpgsql stable security definer set search_path = guarded, pg_temp as $$
begin
    return query
    with recursive known (name) as (
        (select l.source from leaf l order by l.source limit 1)
        union all
        select (select l.source from leaf l where l.source > k.name order by l.source limit 1)
        from known k where k.name is not null)
    select k.name, (select e.recorded from access_event e
                    where e.source = k.name and e.type = 'audit.heartbeat' and e.recorded < now() + interval '1 minute'
                    order by e.recorded desc limit 1)
    from known k where k.name is not null;
end $$;

-- The same answers as before.
create or replace function find_events(
    agency text, agency_key bytea, subject text, subject_key bytea, actor text, case_ref text, case_key bytea,
    purpose text, type text, outcome text, since timestamptz, until timestamptz,
    before_recorded timestamptz, before_leaf bigint, at_most integer)
    returns setof bigint
    language plpgsql stable security definer set search_path = guarded, pg_temp as $$
declare
    fits   text := '';
    spot   text := ' and %1$s.recorded >= $11 and %1$s.recorded < $12 and (%1$s.recorded, %1$s.leaf_index) < ($13, $14)'
                   ' order by %1$s.recorded desc, %1$s.leaf_index desc limit $15';
    owns   text := ' and exists (select from sealed_index a'
                   ' where a.leaf_index = o.leaf_index and a.kind = ''agency'' and a.key = $2)';
    plain  text;
    sealed text;
begin
    perform public.audit_guard();
    -- Who looked at this child, and nothing more: the commonest question, planned once for each session.
    if subject is not null and num_nonnulls(actor, case_ref, purpose, type, outcome) = 0 then
        return query
        select found.leaf_index from (
            (select o.recorded, o.leaf_index from event_subject o
             where o.subject = $3 and o.agency = $1
             and o.recorded >= $11 and o.recorded < $12 and (o.recorded, o.leaf_index) < ($13, $14)
             order by o.recorded desc, o.leaf_index desc limit $15)
            union all
            (select o.recorded, o.leaf_index from sealed_index o
             where o.key = $4 and exists (select from sealed_index a
                where a.leaf_index = o.leaf_index and a.kind = 'agency' and a.key = $2)
             and o.recorded >= $11 and o.recorded < $12 and (o.recorded, o.leaf_index) < ($13, $14)
             order by o.recorded desc, o.leaf_index desc limit $15)) found
        order by found.recorded desc, found.leaf_index desc limit $15;
        return;
    end if;
    if actor is not null then fits := fits || ' and e.actor = $5'; end if;
    if purpose is not null then fits := fits || ' and e.purpose = $8'; end if;
    if type is not null then fits := fits || ' and e.type = $9'; end if;
    if outcome is not null then fits := fits || ' and e.outcome = $10'; end if;
    -- Said in the words of the index of refusals, or the planner would not see that it suffices.
    if outcome <> '0' then fits := fits || ' and e.outcome <> ''0'''; end if;

    if subject is not null then
        plain := 'select o.recorded, o.leaf_index from event_subject o join access_event e on e.leaf_index = o.leaf_index'
            ' where o.subject = $3 and o.agency = $1';
    elsif actor is not null or case_ref is not null then
        -- An expression in place of the agency keeps the planner to the index of what is rarer.
        plain := 'select e.recorded, e.leaf_index from access_event e where e.agency || '''' = $1';
    else
        plain := 'select e.recorded, e.leaf_index from access_event e where e.agency = $1';
    end if;
    if case_ref is not null then plain := plain || ' and e.case_ref = $6'; end if;

    sealed := 'select o.recorded, o.leaf_index from sealed_index o join access_event e on e.leaf_index = o.leaf_index where ';
    if subject is not null then
        sealed := sealed || 'o.key = $4' || owns;
        if case_ref is not null then
            sealed := sealed || ' and exists (select from sealed_index c'
                ' where c.leaf_index = o.leaf_index and c.kind = ''case'' and c.key = $7)';
        end if;
    elsif case_ref is not null then
        sealed := sealed || 'o.key = $7' || owns;
    else
        sealed := sealed || 'o.key = $2';
    end if;

    return query execute format(
        'select leaf_index from ((%s) union all (%s)) found order by recorded desc, leaf_index desc limit $15',
        plain || fits || format(spot, case when subject is null then 'e' else 'o' end),
        sealed || fits || format(spot, 'o'))
        using agency, agency_key, subject, subject_key, actor, case_ref, case_key, purpose, type, outcome, since, until,
            before_recorded, before_leaf, at_most;
end $$;
