-- What is sealed is the child's and not one entry's: who ends the front and opens another takes no seal off by it.

-- Two truths of one child could stand until now, of an entry and of one that was opened after its end. The first stays, and
-- what belonged to the others is its own.
create temporary table later_truth on commit drop as
select later.id, first.id as first
  from guarded.sealing later
  join lateral (select id from guarded.sealing s
                 where s.person_record_id = later.person_record_id and s.unsealed_at is null
                 order by s.sealed_at, s.id limit 1) first on first.id <> later.id
 where later.unsealed_at is null;
alter table guarded.sealing disable trigger user;
update guarded.look set sealing = first from later_truth where sealing = later_truth.id;
update guarded.notification set sealing = first from later_truth where sealing = later_truth.id;
update guarded.disclosure set sealing = first from later_truth where sealing = later_truth.id;
insert into guarded.sealing_note (sealing_id, kind) select first, 'sealing-asked-again' from later_truth;
insert into guarded.sealing_concealment (sealing_id, subject)
select distinct first, subject from later_truth join guarded.sealing_concealment on sealing_id = later_truth.id
on conflict do nothing;
update guarded.sealing set unsealed_at = clock_timestamp() from later_truth where sealing.id = later_truth.id;
alter table guarded.sealing enable trigger user;

drop index guarded.sealing_one_standing, guarded.sealing_child;
create unique index sealing_one_standing on guarded.sealing (person_record_id) where unsealed_at is null;
create index sealing_of_entry on guarded.sealing (entry_id);

create or replace function guarded.sealing_of(entry uuid) returns uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select s.id from entry e join sealing s on s.person_record_id = e.person_record_id and s.unsealed_at is null
     where e.id = $1
$$;

alter table guarded.sealing_note drop constraint sealing_note_kind, add constraint sealing_note_kind check (kind in (
    'front-opened', 'front-changed', 'front-ended', 'front-passed-on', 'front-transfer', 'front-workers-named',
    'sealing-asked-again', 'excluded-asked', 'emergency-opened'));

create or replace function guarded.note_front() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into sealing_note (sealing_id, kind)
    select id, case
            when tg_table_name = 'transfer' then 'front-transfer'
            when tg_table_name = 'entry_worker' then 'front-workers-named'
            when tg_op = 'INSERT' then 'front-opened'
            when to_jsonb(new)->>'holder' <> to_jsonb(old)->>'holder' then 'front-passed-on'
            when to_jsonb(new)->>'status' = 'ended' then 'front-ended'
            else 'front-changed' end
      from sealing
     where id = sealing_of((case when tg_table_name = 'entry' then to_jsonb(new)->>'id' else to_jsonb(new)->>'entry_id' end)::uuid);
    return null;
end $$;
create trigger note_opened_front after insert on guarded.entry for each row execute function guarded.note_front();

-- Who held the entry a moment ago neither seals it nor passes it on: both are asked of the row as it is when they are written.
create or replace function seal_entry(front uuid, sealing uuid, by text, of_agency text, workers jsonb,
        key bytea, told bytea, why bytea) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    perform from entry where id = front and status = 'active' and holder = current_setting('waymark.agency', true) for update;
    if not found then
        raise exception 'the holder of an active entry seals it' using errcode = '23514';
    end if;
    insert into sealing (id, entry_id, person_record_id, responsible, measure, harms, risk, started_on, review_due_on,
            summary, reason, sealed_by, sealed_at, version)
    select seal_entry.sealing, id, person_record_id, of_agency, measure, harms, risk, started_on, review_due_on,
            told, why, by, clock_timestamp(), 0
      from entry where id = front
    on conflict (person_record_id) where unsealed_at is null do nothing;
    if found then
        insert into sealing_key values (seal_entry.sealing, key);
        perform set_sealing_workers(seal_entry.sealing, of_agency, workers, by);
    else
        insert into sealing_note (sealing_id, kind) values (sealing_of(front), 'sealing-asked-again');
    end if;
end $$;

create function guarded.keep_proposer() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if not exists (select from entry where id = new.entry_id and holder = new.from_agency and status = 'active') then
        raise exception 'the holder of an active entry passes it on' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger keep_proposer after insert on guarded.transfer for each row execute function guarded.keep_proposer();
revoke execute on function guarded.keep_proposer() from public;

-- For how long an ended measure is found is counted from the day on which its end was recorded: whoever could choose the day
-- would end it a year ago, and see by what is still found that a measure goes on behind it.
alter table guarded.entry add column ended_at timestamptz;
comment on column guarded.entry.ended_at is 'When the end was recorded. Written by trigger only.';
alter table guarded.entry disable trigger user;
update guarded.entry e set ended_at = coalesce(
        (select min(written_at) from guarded.entry_version v where v.entry_id = e.id and v.status = 'ended'), e.ended_on::timestamptz)
 where status = 'ended';
alter table guarded.entry enable trigger user;
alter table guarded.entry add check ((status = 'ended') = (ended_at is not null));

create function guarded.keep_end() returns trigger language plpgsql as $$
begin
    new.ended_at := case when new.status = 'ended' then coalesce(old.ended_at, clock_timestamp()) end;
    return new;
end $$;
create trigger keep_end before update on guarded.entry for each row execute function guarded.keep_end();
select guard_table('entry', 'select, insert, update');

-- An entry about the wrong child is found no longer than it takes to tell who asked; yet no shorter, for whoever sees it found
-- when it should not be has learnt that a measure goes on behind it.
create function found_until(reason text, recorded timestamptz, place text, day date) returns timestamptz
    language plpgsql stable as $$
begin
    return recorded + case when reason = 'wrong-child' then least(interval '28 days', ended_window(place, day))
                           else ended_window(place, day) end;
end $$;
revoke execute on function found_until(text, timestamptz, text, date) from public;
grant execute on function found_until(text, timestamptz, text, date) to ${app};

-- Which entry is taken from whom, by which transfer, is known to whoever unseals, so that the holder of the front is told.
drop function unseal(uuid, uuid, text, bytea, bytea);
create function unseal(asked uuid, target uuid, taken uuid, by text, key bytea, told bytea) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    truth sealing;
    active entry;
    proposer text;
begin
    perform public.audit_guard();
    update sealing set unsealed_at = clock_timestamp(), version = version + 1 where id = asked returning * into truth;
    select proposed_by into proposer from sealing_proposal
     where sealing_id = asked and decided_in = pg_current_xact_id();
    select * into active from entry where id = target for update;
    if active.id is null then
        insert into entry select (jsonb_populate_record(front, jsonb_build_object('id', target, 'status', 'active',
                'ended_on', null, 'ended_at', null, 'end_reason', null, 'opened_at', clock_timestamp(), 'version', 0,
                'holder', truth.responsible, 'review_due_on', truth.review_due_on,
                'measure', truth.measure, 'harms', truth.harms, 'risk', truth.risk, 'wrapped_key', key, 'summary', told))).*
          from entry front where id = truth.entry_id;
    else
        if active.holder <> truth.responsible then
            update transfer set status = 'withdrawn', decision_reason = 'unsealed', decided_by = by,
                    decided_at = clock_timestamp(), version = version + 1
             where entry_id = target and status in ('proposed', 'received');
            insert into transfer (id, entry_id, from_agency, to_agency, reason, status, proposed_by, proposed_at,
                    clock_rule, clock_start, version)
            values (taken, target, active.holder, truth.responsible, 'child-moved', 'proposed', proposer, clock_timestamp(),
                    'OURS-TIN', 'transfer-notified', 0);
            update transfer set status = 'accepted', received_by = by, received_at = clock_timestamp(), decided_by = by,
                    decided_at = clock_timestamp(), conference_on = current_date, version = 1 where id = taken;
        end if;
        update entry set holder = truth.responsible, measure = truth.measure, harms = truth.harms, risk = truth.risk,
                review_due_on = truth.review_due_on, wrapped_key = key, summary = told, version = version + 1
         where id = target;
    end if;
    perform public.name_workers(target, by, truth.responsible,
        (select jsonb_agg(jsonb_build_object('subject', subject, 'name', name)) from sealing_worker
          where sealing_id = asked and upper_inf(during)));
end $$;
revoke execute on function unseal(uuid, uuid, uuid, text, bytea, bytea) from public;
grant execute on function unseal(uuid, uuid, uuid, text, bytea, bytea) to ${app};

-- A hidden child whose front has ended counts in its country like any other, by what is true.
create or replace function count_children(before timestamptz)
    returns table (country text, common_class text, harm text, age_status text, children bigint)
    language plpgsql stable security definer set search_path = guarded, public, pg_temp as $$
begin
    perform public.audit_guard();
    return query
    with stood as (
        select distinct on (v.entry_id) entry.person_record_id, v.status, v.harms, v.measure, v.holder
          from guarded.entry_version v join guarded.entry on entry.id = v.entry_id
         where v.written_at < before
         order by v.entry_id, v.version desc),
    child as (
        select person_record_id, harms, measure, holder from stood where status = 'active'
        union all
        select s.person_record_id, s.harms, s.measure, s.responsible from guarded.sealing s
         where s.sealed_at < before and (s.unsealed_at is null or s.unsealed_at >= before)
           and not exists (select from stood where stood.person_record_id = s.person_record_id and stood.status = 'active'))
    select agency.country, measure.class,
           case when cardinality(child.harms) = 1 then child.harms[1] else 'several' end,
           case when tag.age_state = 'documented' then 'documented'
                when tag.age_state in ('assessed-child', 'assessed-adult') then 'assessed'
                else 'unknown' end,
           count(*)
      from child
      join public.agency on agency.code = child.holder
      join public.measure on measure.code = child.measure
      left join public.person_tag tag on tag.record_id = child.person_record_id
     group by 1, 2, 3, 4;
end $$;
