-- The worklist: what lies on which desk, who does it, and how far its clock has gone.
alter table guarded.work_item
    add column desk         text,
    add column awaited_by   text,
    add column assigned_to  text references worker,
    add column held_by      text references worker,
    add column paused_at    timestamptz,
    add column remind_50_at timestamptz,
    add column remind_80_at timestamptz,
    add column escalate_at  timestamptz,
    add column reminded     smallint not null default 0 check (reminded in (0, 50, 80, 100)),
    add column escalated_at timestamptz,
    add column sort_at      timestamptz not null
        generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored,
    add constraint work_item_of_a_worker check (held_by is null or assigned_to is not null),
    add constraint work_item_reminded_in_turn check (remind_50_at <= remind_80_at and remind_80_at <= due_at),
    add constraint work_item_escalated_when_overdue check (escalated_at is null or reminded = 100);
comment on column guarded.work_item.desk is 'A desk of the agency; null where it lies before the whole agency.';
comment on column guarded.work_item.awaited_by is 'The agency that waits for it, told with the own one when it is overdue.';
comment on column guarded.work_item.assigned_to is 'Whose it is.';
comment on column guarded.work_item.held_by is 'Who does it now: whose it is, or the deputy of one who is away; null where the desk looks for somebody.';
comment on column guarded.work_item.reminded is 'How much of the clock had gone when the agency was told last.';
comment on column guarded.work_item.sort_at is 'When it is due; what never is stands last.';

select guard_table('work_item', 'select, insert, update (agency, desk, awaited_by, assigned_to, held_by, started_at, due_at,
    due_rule, paused_at, remind_50_at, remind_80_at, escalate_at, reminded, escalated_at, closed_at, outcome, version)');

update guarded.work_item
   set remind_50_at = started_at + (due_at - started_at) * 0.5, remind_80_at = started_at + (due_at - started_at) * 0.8,
       escalate_at = due_at + interval '2 days'
 where closed_at is null and due_at is not null;

-- Each list of the worklist in the order in which it is shown.
drop index guarded.work_item_due;
create index work_item_list on guarded.work_item (agency, sort_at, id) where closed_at is null;
create index work_item_desk on guarded.work_item (agency, desk, sort_at, id) where closed_at is null and desk is not null;
create index work_item_kind on guarded.work_item (agency, kind, sort_at, id) where closed_at is null;
create index work_item_free on guarded.work_item (agency, sort_at, id) where closed_at is null and held_by is null;
create index work_item_desk_free on guarded.work_item (agency, desk, sort_at, id)
    where closed_at is null and held_by is null and desk is not null;
create index work_item_own on guarded.work_item (held_by, sort_at, id) where closed_at is null and held_by is not null;
create index work_item_assigned on guarded.work_item (assigned_to) where closed_at is null and assigned_to is not null;

-- What falls due next, for the job that reminds.
create index work_item_next_reminder on guarded.work_item
    ((case reminded when 0 then remind_50_at when 50 then remind_80_at when 80 then due_at else escalate_at end))
    where closed_at is null and paused_at is null and escalated_at is null and due_at is not null;

-- How much lies where. Counting a hundred thousand rows takes too long, and a counter that everybody changes would make them
-- wait for each other: each change is a row of its own, in the same transaction, so that in every snapshot the sum is exact;
-- a job folds them.
create table work_count (
    agency text    not null,
    desk   text    not null,
    kind   text    not null,
    held   boolean not null,
    paused boolean not null,
    due_on date    not null,
    n      bigint  not null,
    primary key (agency, desk, kind, held, paused, due_on)
);
comment on table work_count is 'Open items, as far as the changes have been folded. No child data.';
comment on column work_count.desk is 'Empty where an item lies before the whole agency.';
comment on column work_count.due_on is 'The day of UTC; 9999-12-31 where nothing is due.';

create table work_count_change (
    id     bigint generated always as identity primary key,
    agency text    not null,
    desk   text    not null,
    kind   text    not null,
    held   boolean not null,
    paused boolean not null,
    due_on date    not null,
    n      bigint  not null
);
create index work_count_change_agency on work_count_change (agency);
grant select on work_count, work_count_change to ${app};

create function guarded.count_work() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into public.work_count_change (agency, desk, kind, held, paused, due_on, n)
        select agency, coalesce(desk, ''), kind, held_by is not null, paused_at is not null,
               (sort_at at time zone 'UTC')::date, count(*)
          from entered where closed_at is null group by 1, 2, 3, 4, 5, 6;
    elsif tg_op = 'DELETE' then
        insert into public.work_count_change (agency, desk, kind, held, paused, due_on, n)
        select agency, coalesce(desk, ''), kind, held_by is not null, paused_at is not null,
               (sort_at at time zone 'UTC')::date, -count(*)
          from gone where closed_at is null group by 1, 2, 3, 4, 5, 6;
    else
        insert into public.work_count_change (agency, desk, kind, held, paused, due_on, n)
        select agency, desk, kind, held, paused, due_on, sum(n)
          from (select agency, coalesce(desk, '') as desk, kind, held_by is not null as held, paused_at is not null as paused,
                       (sort_at at time zone 'UTC')::date as due_on, 1 as n from entered where closed_at is null
                union all
                select agency, coalesce(desk, ''), kind, held_by is not null, paused_at is not null,
                       (sort_at at time zone 'UTC')::date, -1 from gone where closed_at is null) changed
         group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0;
    end if;
    return null;
end $$;
create trigger count_entered after insert on guarded.work_item
    referencing new table as entered for each statement execute function guarded.count_work();
create trigger count_changed after update on guarded.work_item
    referencing old table as gone new table as entered for each statement execute function guarded.count_work();
create trigger count_gone after delete on guarded.work_item
    referencing old table as gone for each statement execute function guarded.count_work();

-- What was open before this migration.
insert into work_count
select agency, '', kind, false, false, (sort_at at time zone 'UTC')::date, count(*)
  from guarded.work_item where closed_at is null group by 1, 2, 3, 4, 5, 6;

create function fold_work_counts() returns bigint
    language sql security definer set search_path = public, pg_temp as $$
    with gone as (delete from work_count_change returning *),
    net as (select agency, desk, kind, held, paused, due_on, sum(n) as n from gone group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0),
    folded as (
        insert into work_count as c select * from net
        on conflict (agency, desk, kind, held, paused, due_on) do update set n = c.n + excluded.n
        returning n)
    select count(*) from gone
$$;
comment on function fold_work_counts() is 'One at a time: whoever calls it holds the lock of the job.';

-- A page of a worklist, by its ids in their order. Through the guarded view PostgreSQL reads and sorts everything that an
-- agency has to do before it takes the first fifty, since a security barrier hides the order of the indexes; here it follows
-- an index. Written for each question, since an index serves what is asked and not what could be.
create function worklist_page(of_agency text, on_desk text, held text, of_kind text, hidden text[], running_before timestamptz,
        before timestamptz, after_at timestamptz, after_id uuid, most int) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.audit_guard();
    return query execute 'select id from guarded.work_item where closed_at is null and agency = $1'
        || case when on_desk is not null then ' and desk = $2' else '' end
        || case when held = '' then ' and held_by is null' when held is not null then ' and held_by = $3' else '' end
        || case when of_kind is not null then ' and kind = $4' else '' end
        || case when cardinality(hidden) > 0 then ' and kind <> all ($5)' else '' end
        || case when running_before is not null then ' and sort_at < $6 and paused_at is null' else '' end
        || case when before is not null then ' and sort_at < $7' else '' end
        || case when after_at is not null then ' and (sort_at, id) > ($8, $9)' else '' end
        || ' order by sort_at, id limit $10'
        using of_agency, on_desk, held, of_kind, hidden, running_before, before, after_at, after_id, most;
end $$;
comment on function worklist_page(text, text, text, text, text[], timestamptz, timestamptz, timestamptz, uuid, int) is
    'held: whose work, empty for what nobody does; running_before: what is overdue then.';

create function work_to_remind(at timestamptz, most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from work_item
     where closed_at is null and paused_at is null and escalated_at is null and due_at is not null
       and (case reminded when 0 then remind_50_at when 50 then remind_80_at when 80 then due_at else escalate_at end) <= at
     order by (case reminded when 0 then remind_50_at when 50 then remind_80_at when 80 then due_at else escalate_at end)
     limit most
$$;

-- All counters as they stand, folded or not.
create view work_counted as
    select agency, desk, kind, held, paused, due_on, n from work_count
    union all
    select agency, desk, kind, held, paused, due_on, n from work_count_change;
grant select on work_counted to ${app};

-- For those who inspect: how much is overdue at the agencies of a country, without a word about any child.
create function overdue_work(in_country text, at timestamptz)
    returns table (agency text, name text, open bigint, unassigned bigint, overdue bigint)
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    with today as (select (at at time zone 'UTC')::date as day),
    inspected as (select code, agency.name from agency where split_part(country, '-', 1) = split_part(in_country, '-', 1)),
    counted as (
        select c.agency, sum(n) as open, sum(n) filter (where not held) as unassigned,
               coalesce(sum(n) filter (where not paused and due_on < day), 0) as before_today
          from work_counted c join inspected on code = c.agency, today group by c.agency),
    since as (
        select w.agency, count(*) as overdue
          from work_item w join inspected on code = w.agency, today
         where closed_at is null and paused_at is null and sort_at >= day at time zone 'UTC' and sort_at < at group by w.agency)
    select code, inspected.name, coalesce(counted.open, 0)::bigint, coalesce(counted.unassigned, 0)::bigint,
           (coalesce(before_today, 0) + coalesce(since.overdue, 0))::bigint
      from inspected left join counted on counted.agency = code left join since on since.agency = code
$$;

-- For the metrics: at all agencies, from the counters.
create or replace function work_overdue() returns bigint
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    select (coalesce((select sum(n) from work_counted where not paused and due_on < (now() at time zone 'UTC')::date), 0)
        + (select count(*) from work_item
            where closed_at is null and paused_at is null and sort_at < now()
              and sort_at >= (now() at time zone 'UTC')::date at time zone 'UTC'))::bigint
$$;

-- What others should have been told and were not: refused for good, or waiting since before the given time.
create function undelivered_facts(before timestamptz, of_agency text, most int)
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
        select d.fact_id, d.subscriber, d.status from fact_dead_letter d)
    select f.id, w.subscriber, f.type, f.data::json ->> 'kind', f.data::json ->> 'reference', f.data::json ->> 'fromAgency',
           f.data::json ->> 'agency', f.time, w.status
      from waiting w join fact_outbox f on f.id = w.id
     where of_agency is null or f.data::json ->> 'fromAgency' = of_agency or f.data::json ->> 'agency' = of_agency
     order by f.time, f.id limit most
$$;

revoke execute on function worklist_page(text, text, text, text, text[], timestamptz, timestamptz, timestamptz, uuid, int),
    fold_work_counts(), work_to_remind(timestamptz, int), overdue_work(text, timestamptz),
    undelivered_facts(timestamptz, text, int) from public;
grant execute on function worklist_page(text, text, text, text, text[], timestamptz, timestamptz, timestamptz, uuid, int),
    fold_work_counts(), work_to_remind(timestamptz, int), overdue_work(text, timestamptz),
    undelivered_facts(timestamptz, text, int) to ${app};
