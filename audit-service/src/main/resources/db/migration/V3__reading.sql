-- Reading: lists that stay fast however long the log is, the way to events about sealed children, alarms raised once.

-- Who looked at a child is asked by one agency at a time, newest first: one walk along one index.
alter table guarded.event_subject disable trigger user;
alter table guarded.event_subject add column agency text;
update guarded.event_subject s set agency = e.agency from guarded.access_event e where e.leaf_index = s.leaf_index;
alter table guarded.event_subject enable trigger user;
select guard_table('event_subject', 'select');
comment on column guarded.event_subject.agency is 'That of the event, so that the looks of one agency stand together';

drop index guarded.event_subject_looks;
create index event_subject_looks on guarded.event_subject (subject, agency, recorded desc, leaf_index desc);
drop index guarded.access_event_agency, guarded.access_event_actor, guarded.access_event_case;
create index access_event_agency on guarded.access_event (agency, recorded desc, leaf_index desc);
create index access_event_actor on guarded.access_event (actor, recorded desc, leaf_index desc);
create index access_event_case on guarded.access_event (case_ref, recorded desc, leaf_index desc)
    where case_ref is not null;
create index access_event_refused on guarded.access_event (agency, recorded desc, leaf_index desc)
    where outcome <> '0';

-- Events about sealed children show neither their stable tag nor the agency. Keyed hashes of both lead the agency's own
-- compliance, and an erasure, to them; without the key they tell nothing.
create table guarded.sealed_index (
    leaf_index bigint not null check (leaf_index >= 0),
    kind       text not null check (kind in ('agency', 'case', 'subject')),
    key        bytea not null check (octet_length(key) = 32),
    recorded   timestamptz not null,
    primary key (leaf_index, kind, key)
);
comment on table guarded.sealed_index is 'HMACs of what the sealed details of an event name; the kind is part of what is hashed';
create index sealed_index_key on guarded.sealed_index (key, recorded desc, leaf_index desc);
create trigger only_grows before update or delete or truncate on guarded.sealed_index
    for each statement execute function refuse_change();
select guard_table('sealed_index', 'select');
grant insert on guarded.sealed_index to ${app};

-- An erasure reaches details by tag, and by the keyed hash where an event hides the tag.
create or replace function erase_details(erasure bigint) returns bigint
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    erased bigint;
begin
    if not exists (select from access_event where leaf_index = erasure and type = 'identity.person.erased'
                   and source = 'identity-service' and outcome = '0') then
        raise exception 'Leaf % is no erasure', erasure using errcode = '42501';
    end if;
    delete from sealed_detail where leaf_index in (
        select looks.leaf_index from event_subject erased
        join event_subject looks on looks.subject = erased.subject
        where erased.leaf_index = erasure
        union all
        select looks.leaf_index from sealed_index erased
        join sealed_index looks on looks.key = erased.key
        where erased.leaf_index = erasure and erased.kind = 'subject');
    get diagnostics erased = row_count;
    return erased;
end $$;

-- The places of an agency's events that fit, newest first. Behind the guard like the views, which hide from the planner
-- that an index is in the order asked for: it would read and sort all events of the agency.
create function find_events(
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
revoke execute on function find_events(text, bytea, text, bytea, text, text, bytea, text, text, text, timestamptz,
    timestamptz, timestamptz, bigint, integer) from public;
grant execute on function find_events(text, bytea, text, bytea, text, text, bytea, text, text, text, timestamptz,
    timestamptz, timestamptz, bigint, integer) to ${app};

-- When each source was last heard, null for one that has never given a sign of life. One step for each source, however
-- many signs there are. A clock that runs ahead must not make a source heard for ever.
create or replace function heartbeats() returns table (source text, heard timestamptz)
    language sql stable security definer set search_path = guarded, pg_temp as $$
    with recursive known (name) as (
        (select l.source from leaf l order by l.source limit 1)
        union all
        select (select l.source from leaf l where l.source > k.name order by l.source limit 1)
        from known k where k.name is not null)
    select k.name, (select e.recorded from access_event e
                    where e.source = k.name and e.type = 'audit.heartbeat' and e.recorded < now() + interval '1 minute'
                    order by e.recorded desc limit 1)
    from known k where k.name is not null
$$;

-- What has been alarmed, so that replicas and restarts do not say it again.
create table alarm_raised (
    alarm text not null,
    about text not null,
    mark  text not null,
    primary key (alarm, about, mark)
);
comment on column alarm_raised.mark is 'What was last known before it fell silent: the next time has another mark';
create trigger only_grows before update or delete or truncate on alarm_raised
    for each statement execute function refuse_change();
grant select, insert on alarm_raised to ${app};
