-- Work about a child from which somebody is kept, or about what a child says of them, does not exist for that person: it is
-- not listed, counted, taken, given to them, nor does it come to them with somebody's absence.
create index missing_conflict_subject on guarded.missing_conflict (subject);
create index feedback_worker on guarded.feedback (worker);

create function work_kept_from(reference uuid, subject text) returns boolean
    language sql stable as $$
    select exists (select from public.missing_conflict c where c.episode_id = $1 and c.subject = $2)
        or exists (select from public.feedback f where f.id = $1 and f.worker = $2)
$$;

create function work_doer(assigned_to text, reference uuid) returns text
    language sql stable as $$
    select who from worker_now($1) who where not work_kept_from($2, who)
$$;
comment on function work_doer(text, uuid) is 'Who does it now; null where the desk looks for somebody.';

-- As before, and without what the onlooker is kept from. The one without an onlooker stays for replicas that still ask it.
create function worklist_page(of_agency text, onlooker text, on_desk text, held text, of_kind text, hidden text[],
        running_before timestamptz, before timestamptz, after_at timestamptz, after_id uuid, most int) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.audit_guard();
    return query execute 'select id from guarded.work_item w where closed_at is null and agency = $1'
        || ' and not exists (select from guarded.missing_conflict c where c.episode_id = w.reference and c.subject = $11)'
        || ' and not exists (select from guarded.feedback f where f.id = w.reference and f.worker = $11)'
        || case when on_desk is not null then ' and desk = $2' else '' end
        || case when held = '' then ' and held_by is null' when held is not null then ' and held_by = $3' else '' end
        || case when of_kind is not null then ' and kind = $4' else '' end
        || case when cardinality(hidden) > 0 then ' and kind <> all ($5)' else '' end
        || case when running_before is not null then ' and sort_at < $6 and paused_at is null' else '' end
        || case when before is not null then ' and sort_at < $7' else '' end
        || case when after_at is not null then ' and (sort_at, id) > ($8, $9)' else '' end
        || ' order by sort_at, id limit $10'
        using of_agency, on_desk, held, of_kind, hidden, running_before, before, after_at, after_id, most, onlooker;
end $$;
comment on function worklist_page(text, text, text, text, text, text[], timestamptz, timestamptz, timestamptz, uuid, int) is
    'held: whose work, empty for what nobody does; running_before: what is overdue then.';

-- The open items that somebody is kept from: few, so that counts can be told without them.
create function work_kept(of_agency text, subject text) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.audit_guard();
    return query
        select w.id from guarded.missing_conflict c join guarded.work_item w on w.reference = c.episode_id
         where c.subject = $2 and w.agency = $1 and w.closed_at is null
        union
        select w.id from guarded.feedback f join guarded.work_item w on w.reference = f.id
         where f.worker = $2 and w.agency = $1 and w.closed_at is null;
end $$;

-- A state of affairs that is over can still keep somebody away: its version counts what belongs to the episode.
create or replace function guarded.keep_missing_episode() returns trigger language plpgsql as $$
begin
    if old.status in ('closed', 'annulled')
            and to_jsonb(new) - array['changed_at', 'version'] <> to_jsonb(old) - array['changed_at', 'version']
        or new.status <> old.status and not (
            old.status = 'open' and new.status in ('found', 'annulled') or old.status = 'found' and new.status = 'closed') then
        raise exception 'an episode that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- Counters of what is over would stay for ever.
create or replace function fold_work_counts() returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    folded bigint;
begin
    with gone as (delete from work_count_change returning *),
    net as (select agency, desk, kind, held, paused, due_on, sum(n) as n from gone group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0),
    counted as (
        insert into work_count as c select * from net
        on conflict (agency, desk, kind, held, paused, due_on) do update set n = c.n + excluded.n)
    select count(*) into folded from gone;
    delete from work_count where n = 0;
    return folded;
end $$;
comment on function fold_work_counts() is 'One at a time: whoever calls it holds the lock of the job.';

-- What a child says of a worker, and against one, is nobody's to count.
create or replace function overdue_work(in_country text, at timestamptz)
    returns table (agency text, name text, open bigint, unassigned bigint, overdue bigint)
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    with today as (select (at at time zone 'UTC')::date as day),
    inspected as (select code, agency.name from agency where split_part(country, '-', 1) = split_part(in_country, '-', 1)),
    counted as (
        select c.agency, sum(n) as open, sum(n) filter (where not held) as unassigned,
               coalesce(sum(n) filter (where not paused and due_on < day), 0) as before_today
          from work_counted c join inspected on code = c.agency, today
         where kind not in ('feedback', 'allegation') group by c.agency),
    since as (
        select w.agency, count(*) as overdue
          from work_item w join inspected on code = w.agency, today
         where closed_at is null and paused_at is null and kind not in ('feedback', 'allegation')
           and sort_at >= day at time zone 'UTC' and sort_at < at group by w.agency)
    select code, inspected.name, coalesce(counted.open, 0)::bigint, coalesce(counted.unassigned, 0)::bigint,
           (coalesce(before_today, 0) + coalesce(since.overdue, 0))::bigint
      from inspected left join counted on counted.agency = code left join since on since.agency = code
$$;

-- Nobody in the agency of whose worker a child complains learns that there is a complaint, undelivered or not: it is shown to
-- whom it goes, and to operators without where it comes from.
create or replace function undelivered_facts(before timestamptz, of_agency text, most int)
    returns table (fact uuid, subscriber text, told_type text, told_kind text, reference text, from_agency text,
        to_agency text, written_at timestamptz, status int)
    language sql stable security definer set search_path = public, pg_temp as $$
    with waiting as (
        select f.id, c.subscriber, null::int as status from fact_outbox f, fact_cursor c
         where f.position is null and f.time < before
        union all
        select f.id, c.subscriber, null from fact_cursor c join fact_outbox f on f.position > c.position
         where f.time < before
        union all
        select d.fact_id, d.subscriber, d.status from fact_dead_letter d),
    told as (
        select f.id, w.subscriber, f.type, f.data::json ->> 'kind' as kind, f.data::json ->> 'reference' as reference,
               case when f.data::json ->> 'kind' = 'allegation-received' then null else f.data::json ->> 'fromAgency' end
                   as from_agency,
               f.data::json ->> 'agency' as to_agency, f.time, w.status
          from waiting w join fact_outbox f on f.id = w.id)
    select * from told
     where of_agency is null or from_agency = of_agency or to_agency = of_agency
     order by time, id limit most
$$;

revoke execute on function work_kept_from(uuid, text), work_doer(text, uuid), work_kept(text, text), fold_work_counts(),
    worklist_page(text, text, text, text, text, text[], timestamptz, timestamptz, timestamptz, uuid, int) from public;
grant execute on function work_kept_from(uuid, text), work_doer(text, uuid), work_kept(text, text), fold_work_counts(),
    worklist_page(text, text, text, text, text, text[], timestamptz, timestamptz, timestamptz, uuid, int) to ${app};
