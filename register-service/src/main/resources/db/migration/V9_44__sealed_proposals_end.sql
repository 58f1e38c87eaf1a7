-- What was proposed behind a seal can be refused by whoever it is for, withdrawn by those who know, and lapses after two weeks:
-- until now a proposal that nobody could agree to stood in the way of every other for ever.
alter table guarded.sealing_proposal
    add column outcome text check (outcome in ('agreed', 'refused', 'withdrawn', 'lapsed'));
update guarded.sealing_proposal set outcome = 'agreed' where decided_at is not null;
do $$
begin
    execute format('alter table guarded.sealing_proposal drop constraint %I', (
        select conname from pg_constraint where conrelid = 'guarded.sealing_proposal'::regclass
           and pg_get_constraintdef(oid) like '%decided_by <> proposed_by%'));
end $$;
alter table guarded.sealing_proposal
    add constraint two_agree check (outcome is distinct from 'agreed' or decided_by <> proposed_by),
    add constraint proposal_decided check ((outcome is null) = (decided_at is null));
select guard_table('sealing_proposal', 'select, insert');

alter table guarded.sealing_note drop constraint sealing_note_kind, add constraint sealing_note_kind check (kind in (
    'front-opened', 'front-changed', 'front-ended', 'front-passed-on', 'front-transfer', 'front-workers-named',
    'sealing-asked-again', 'excluded-asked', 'emergency-opened', 'proposal-refused', 'proposal-withdrawn', 'proposal-lapsed',
    'review-due-soon', 'review-overdue'));

create or replace function guarded.keep_responsible() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if old.unsealed_at is not null then
        raise exception 'what is unsealed does not change' using errcode = '23514';
    end if;
    if new.entry_id <> old.entry_id or new.responsible <> old.responsible and not exists (
            select from sealing_proposal where sealing_id = new.id and kind = 'handover' and to_agency = new.responsible
               and outcome = 'agreed' and decided_in = pg_current_xact_id()) then
        raise exception 'responsibility changes by a handover only' using errcode = '23514';
    end if;
    if new.unsealed_at is not null and not exists (
            select from sealing_proposal where sealing_id = new.id and kind = 'unsealing' and outcome = 'agreed'
               and decided_in = pg_current_xact_id()) then
        raise exception 'two unseal together' using errcode = '23514';
    end if;
    return new;
end $$;

create function guarded.end_proposal(asked uuid, ended text, by text) returns void
    language sql security definer set search_path = guarded, pg_temp as $$
    with done as (
        update sealing_proposal set outcome = ended, decided_by = by, decided_at = clock_timestamp(),
               decided_in = pg_current_xact_id()
         where id = asked returning sealing_id)
    insert into sealing_note (sealing_id, kind) select sealing_id, 'proposal-' || ended from done where ended <> 'agreed'
$$;

-- Ends what has waited for its second for two weeks.
create function lapse_sealing_proposal(asked_sealing uuid) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    perform end_proposal(id, 'lapsed', 'service:register') from sealing_proposal
      where sealing_id = asked_sealing and decided_at is null and proposed_at <= clock_timestamp() - interval '14 days';
end $$;

-- The second of the two agrees: to unseal, one who is named; to take over, one whom the proposal names.
create or replace function decide_sealing_proposal(asked uuid, by text) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    made sealing_proposal;
begin
    perform public.audit_guard();
    select * into made from sealing_proposal where id = asked for update;
    if made.id is null or made.decided_at is not null or made.proposed_by = by
            or made.proposed_at <= clock_timestamp() - interval '14 days'
            or made.kind = 'unsealing' and not is_sealing_worker(made.sealing_id)
            or made.kind = 'handover' and not is_proposed_worker(made.to_agency, made.workers::jsonb) then
        return false;
    end if;
    perform end_proposal(asked, 'agreed', by);
    if made.kind = 'handover' then
        update sealing set responsible = made.to_agency, version = version + 1 where id = made.sealing_id;
        perform set_sealing_workers(made.sealing_id, made.to_agency, made.workers::jsonb, by);
    end if;
    return true;
end $$;

-- Whoever is to take over refuses; so does one who is named, who withdraws it where it is their own.
create function refuse_sealing_proposal(asked uuid, by text) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    made sealing_proposal;
begin
    perform public.audit_guard();
    select * into made from sealing_proposal where id = asked for update;
    if made.id is null or made.decided_at is not null or not (is_sealing_worker(made.sealing_id)
            or made.kind = 'handover' and is_proposed_worker(made.to_agency, made.workers::jsonb)) then
        return false;
    end if;
    perform end_proposal(asked, case when made.proposed_by = by then 'withdrawn' else 'refused' end, by);
    return true;
end $$;

-- The review of what is true is due by a clock of its own, which only those who know can be told of.
alter table guarded.sealing_note add column due_on date;
create unique index sealing_note_once on guarded.sealing_note (sealing_id, kind, due_on) where due_on is not null;
select guard_table('sealing_note', 'select');

-- Whether there is anybody to remind, and nothing more, so that a turn without work leaves no event.
create function sealed_reviews_wait(today date, soon date) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (
        select from sealing s where unsealed_at is null and review_due_on <= soon and not exists (
               select from sealing_note n where n.sealing_id = s.id and n.due_on = s.review_due_on
                  and n.kind = case when s.review_due_on < today then 'review-overdue' else 'review-due-soon' end))
$$;

create function remind_sealed_reviews(today date, soon date) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    insert into sealing_note (sealing_id, kind, due_on)
    select id, case when review_due_on < today then 'review-overdue' else 'review-due-soon' end, review_due_on
      from sealing where unsealed_at is null and review_due_on <= soon
    on conflict (sealing_id, kind, due_on) where due_on is not null do nothing;
    return found;
end $$;

revoke execute on function guarded.end_proposal(uuid, text, text), lapse_sealing_proposal(uuid),
    refuse_sealing_proposal(uuid, text), sealed_reviews_wait(date, date), remind_sealed_reviews(date, date) from public;
grant execute on function lapse_sealing_proposal(uuid), refuse_sealing_proposal(uuid, text),
    sealed_reviews_wait(date, date), remind_sealed_reviews(date, date) to ${app};
