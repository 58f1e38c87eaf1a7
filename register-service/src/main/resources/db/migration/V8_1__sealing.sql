-- A hidden child (architecture, invariant 8). The entry stays as it is and goes on living, held by the old agency: the front,
-- by which everybody is answered as before. The truth stands here, for its named workers only.

create table guarded.sealing (
    id               uuid primary key,
    entry_id         uuid not null references guarded.entry on delete cascade,
    person_record_id uuid not null,
    responsible      text not null references agency,
    measure          text not null references measure,
    harms            text[] not null,
    risk             text not null check (risk in ('high', 'medium', 'low')),
    started_on       date not null,
    review_due_on    date not null,
    summary          bytea not null,
    reason           bytea not null,
    sealed_by        text not null,
    sealed_at        timestamptz not null,
    unsealed_at      timestamptz,
    version          int not null
);
comment on table guarded.sealing is 'Who is really responsible for a hidden child. No place.';
create index sealing_child on guarded.sealing (person_record_id) where unsealed_at is null;
create unique index sealing_one_standing on guarded.sealing (entry_id) where unsealed_at is null;

-- Apart, so that the job that wraps keys anew needs no sight of what they open.
create table guarded.sealing_key (
    id          uuid primary key references guarded.sealing on delete cascade,
    wrapped_key bytea not null
);

create table guarded.sealing_holder (
    sealing_id uuid not null references guarded.sealing on delete cascade,
    agency     text not null references agency,
    during     tstzrange not null check (not isempty(during)),
    exclude using gist (sealing_id with =, during with &&)
);
comment on table guarded.sealing_holder is 'Who was responsible when: never two at once. Written by trigger only.';

create table guarded.sealing_worker (
    id         uuid primary key default gen_random_uuid(),
    sealing_id uuid not null references guarded.sealing on delete cascade,
    subject    text not null check (length(subject) between 1 and 100),
    agency     text not null references agency,
    name       text not null check (length(name) between 1 and 200),
    named_by   text not null,
    during     tstzrange not null,
    exclude using gist (sealing_id with =, subject with =, during with &&)
);
create index sealing_worker_of on guarded.sealing_worker (sealing_id, subject) where upper_inf(during);
create index sealing_worker_by_subject on guarded.sealing_worker (subject) where upper_inf(during);

create table guarded.sealing_review (
    id         uuid primary key,
    sealing_id uuid not null references guarded.sealing on delete cascade,
    decided_on date not null,
    decided_by text not null,
    written_at timestamptz not null
);

create table guarded.sealing_note (
    id         uuid primary key default gen_random_uuid(),
    sealing_id uuid not null references guarded.sealing on delete cascade,
    kind       text not null check (kind in ('front-changed', 'front-ended', 'front-passed-on', 'front-transfer',
        'front-workers-named', 'sealing-asked-again', 'excluded-asked')),
    at         timestamptz not null default clock_timestamp()
);
comment on table guarded.sealing_note is 'What the old agency does with the front, told to the named workers.';
create index sealing_note_list on guarded.sealing_note (sealing_id, at desc, id);

-- What takes two of those who know: unsealing, and passing responsibility on.
create table guarded.sealing_proposal (
    id          uuid primary key,
    sealing_id  uuid not null references guarded.sealing on delete cascade,
    kind        text not null check (kind in ('unsealing', 'handover')),
    to_agency   text references agency,
    workers     text check (jsonb_array_length(workers::jsonb) >= 2),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    decided_in  xid8,
    check ((kind = 'handover') = (to_agency is not null)),
    check ((kind = 'handover') = (workers is not null)),
    check ((decided_by is null) = (decided_at is null)),
    check (decided_by <> proposed_by)
);
create unique index sealing_proposal_one_open on guarded.sealing_proposal (sealing_id) where decided_at is null;

-- Rows of what others did about the front while it was one.
alter table guarded.look add column sealing uuid references guarded.sealing on delete cascade;
alter table guarded.notification add column sealing uuid references guarded.sealing on delete cascade;
alter table guarded.disclosure add column sealing uuid references guarded.sealing on delete cascade;

create function guarded.is_sealing_worker(asked uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from sealing_worker where sealing_id = asked and upper_inf(during) and asks(subject, agency))
$$;

-- Whoever is to take responsibility reads what is proposed, and nothing else yet.
create function guarded.is_proposed_worker(agency text, workers jsonb) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from jsonb_array_elements(workers) named where asks(named->>'subject', agency))
$$;
revoke execute on function guarded.is_sealing_worker(uuid), guarded.is_proposed_worker(text, jsonb) from public;
grant execute on function guarded.is_sealing_worker(uuid), guarded.is_proposed_worker(text, jsonb) to ${app};

create function guarded.is_job() returns boolean
    language sql stable as $$ select current_setting('waymark.subject', true) like 'service:%' $$;
revoke execute on function guarded.is_job() from public;
grant execute on function guarded.is_job() to ${app};

select guard_table('sealing_key', 'select');
grant update (wrapped_key) on public.sealing_key to ${app};
select guard_table('sealing', 'select');
grant update (measure, harms, risk, review_due_on, summary, version) on public.sealing to ${app};
select guard_table('sealing_holder', 'select');
select guard_table('sealing_worker', 'select');
select guard_table('sealing_review', 'select, insert');
select guard_table('sealing_note', 'select');
select guard_table('sealing_proposal', 'select, insert');

-- A condition that a query forgets is still there. The policies hold for the application, which comes through the views; the
-- owner's own functions see everything.
create function guarded.seal_rows(name text, shown text) returns void
    language plpgsql as $$
begin
    execute format('alter table guarded.%I enable row level security', name);
    execute format('alter table guarded.%I force row level security', name);
    execute format('create policy shown on guarded.%I for select using (current_user <> ''${app}'' or %s)', name, shown);
    execute format('create policy changed on guarded.%I for update using (current_user <> ''${app}'' or %s)', name, shown);
    execute format('create policy written on guarded.%I for insert with check (true)', name);
    execute format('create policy erased on guarded.%I for delete using (current_user <> ''${app}'')', name);
end $$;
select guarded.seal_rows('sealing', 'guarded.is_sealing_worker(id)');
select guarded.seal_rows(of_sealing, 'guarded.is_sealing_worker(sealing_id)')
  from unnest(array ['sealing_holder', 'sealing_worker', 'sealing_review', 'sealing_note']) of_sealing;
select guarded.seal_rows('sealing_proposal',
    'guarded.is_sealing_worker(sealing_id) or guarded.is_proposed_worker(to_agency, workers::jsonb)');
-- What jobs of the service do about them, they do for every entry alike.
select guarded.seal_rows('look', '(sealing is null or asked_by = current_setting(''waymark.subject'', true)'
    ' or guarded.is_job() or guarded.is_sealing_worker(sealing))');
select guarded.seal_rows('notification', '(sealing is null and for_workers_of is null or guarded.is_job()'
    ' or sealing is null and guarded.is_named(for_workers_of) or guarded.is_sealing_worker(sealing))');
select guarded.seal_rows('disclosure', '(sealing is null and for_workers_of is null or guarded.is_job()'
    ' or asking_agency = current_setting(''waymark.agency'', true) or escalated_to = current_setting(''waymark.agency'', true)'
    ' or sealing is null and guarded.is_named(for_workers_of) or guarded.is_sealing_worker(sealing))');
drop function guarded.seal_rows(text, text);

-- For whom a row is, is decided by the database as it is written, by the same two look-ups for every entry.
create function guarded.sealing_of(entry uuid) returns uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from sealing where entry_id = entry and unsealed_at is null
$$;
create function guarded.workers_of(entry uuid) returns uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select entry where exists (select from entry_worker where entry_id = entry)
$$;

create function guarded.keep_look() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    new.sealing := sealing_of(new.entry_id);
    return new;
end $$;
create trigger keep_look before insert on guarded.look for each row execute function guarded.keep_look();

create function guarded.keep_request() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    new.sealing := sealing_of(new.entry_id);
    new.for_workers_of := workers_of(new.entry_id);
    return new;
end $$;
create trigger keep_request before insert on guarded.disclosure for each row execute function guarded.keep_request();

create function guarded.keep_notice() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    front uuid;
begin
    if new.kind like 'look-%' or new.kind like 'disclosure-%' then
        select id into front from entry where person_record_id = new.person_record_id and holder = new.agency
         order by status limit 1;
        new.sealing := sealing_of(front);
        new.for_workers_of := workers_of(front);
    elsif new.kind = 'excluded-asked' then
        insert into sealing_note (sealing_id, kind)
        select id, 'excluded-asked' from sealing where person_record_id = new.person_record_id and unsealed_at is null;
    end if;
    return new;
end $$;
create trigger keep_notice before insert on guarded.notification for each row execute function guarded.keep_notice();

-- What the old agency does with the front is told to the named workers.
create function guarded.note_front() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into sealing_note (sealing_id, kind)
    select id, case
            when tg_table_name = 'transfer' then 'front-transfer'
            when tg_table_name = 'entry_worker' then 'front-workers-named'
            when to_jsonb(new)->>'holder' <> to_jsonb(old)->>'holder' then 'front-passed-on'
            when to_jsonb(new)->>'status' = 'ended' then 'front-ended'
            else 'front-changed' end
      from sealing
     where unsealed_at is null
       and entry_id = (case when tg_table_name = 'entry' then to_jsonb(new)->>'id' else to_jsonb(new)->>'entry_id' end)::uuid;
    return null;
end $$;
create trigger note_front after update on guarded.entry
    for each row when (to_jsonb(new) - 'wrapped_key' <> to_jsonb(old) - 'wrapped_key') execute function guarded.note_front();
create trigger note_transfer_of_front after insert on guarded.transfer for each row execute function guarded.note_front();
create trigger note_workers_of_front after insert on guarded.entry_worker for each row execute function guarded.note_front();

-- Exactly one responsible agency, here too: it changes by a handover that two have agreed to in the same transaction, as the
-- sealing ends by an unsealing.
create function guarded.keep_responsible() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if old.unsealed_at is not null then
        raise exception 'what is unsealed does not change' using errcode = '23514';
    end if;
    if new.entry_id <> old.entry_id or new.responsible <> old.responsible and not exists (
            select from sealing_proposal where sealing_id = new.id and kind = 'handover' and to_agency = new.responsible
               and decided_in = pg_current_xact_id()) then
        raise exception 'responsibility changes by a handover only' using errcode = '23514';
    end if;
    if new.unsealed_at is not null and not exists (
            select from sealing_proposal where sealing_id = new.id and kind = 'unsealing' and decided_in = pg_current_xact_id()) then
        raise exception 'two unseal together' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_responsible before update on guarded.sealing
    for each row execute function guarded.keep_responsible();

create function guarded.keep_responsible_history() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    update sealing_holder set during = tstzrange(lower(during), clock_timestamp())
     where sealing_id = new.id and upper_inf(during);
    insert into sealing_holder
    select new.id, new.responsible, tstzrange(coalesce(max(upper(during)), clock_timestamp()), null)
      from sealing_holder where sealing_id = new.id;
    return null;
end $$;
create trigger keep_responsible_history_on_insert after insert on guarded.sealing
    for each row execute function guarded.keep_responsible_history();
create trigger keep_responsible_history_on_update after update of responsible on guarded.sealing
    for each row when (old.responsible <> new.responsible) execute function guarded.keep_responsible_history();

-- Two know always, and all of them are the responsible agency's.
create function guarded.keep_two() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    asked uuid := coalesce(to_jsonb(new)->>'sealing_id', to_jsonb(new)->>'id')::uuid;
begin
    if exists (select from sealing where id = asked and unsealed_at is null and (
            (select count(*) from sealing_worker where sealing_id = asked and upper_inf(during)) < 2
            or exists (select from sealing_worker where sealing_id = asked and upper_inf(during) and agency <> responsible))) then
        raise exception 'a sealed entry has two named workers of the responsible agency' using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger keep_two_workers after insert or update on guarded.sealing_worker
    deferrable initially deferred for each row execute function guarded.keep_two();
create constraint trigger keep_two_at_all after insert or update on guarded.sealing
    deferrable initially deferred for each row execute function guarded.keep_two();

create function guarded.set_sealing_workers(asked uuid, of_agency text, workers jsonb, by text) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    update sealing_worker set during = tstzrange(lower(during), clock_timestamp())
     where sealing_id = asked and upper_inf(during)
       and not exists (select from jsonb_array_elements(workers) named
                        where named->>'subject' = subject and agency = of_agency);
    insert into sealing_worker (sealing_id, subject, agency, name, named_by, during)
    select asked, named->>'subject', of_agency, named->>'name', by, tstzrange(clock_timestamp(), null)
      from jsonb_array_elements(workers) named
     where not exists (select from sealing_worker
                        where sealing_id = asked and subject = named->>'subject' and upper_inf(during));
end $$;

-- Seals an entry; where it is sealed already, its named workers are told. To whoever asks both are the same.
create function seal_entry(front uuid, sealing uuid, by text, of_agency text, workers jsonb,
        key bytea, told bytea, why bytea) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    perform from entry where id = front for update;
    insert into sealing (id, entry_id, person_record_id, responsible, measure, harms, risk, started_on, review_due_on,
            summary, reason, sealed_by, sealed_at, version)
    select seal_entry.sealing, id, person_record_id, of_agency, measure, harms, risk, started_on, review_due_on,
            told, why, by, clock_timestamp(), 0
      from entry where id = front
    on conflict (entry_id) where unsealed_at is null do nothing;
    if found then
        insert into sealing_key values (seal_entry.sealing, key);
        perform set_sealing_workers(seal_entry.sealing, of_agency, workers, by);
    else
        insert into sealing_note (sealing_id, kind) values (sealing_of(front), 'sealing-asked-again');
    end if;
end $$;

create function name_sealing_workers(asked uuid, workers jsonb, by text) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if not is_sealing_worker(asked) then
        raise exception 'only who is named names others' using errcode = '42501';
    end if;
    perform set_sealing_workers(asked, (select responsible from sealing where id = asked), workers, by);
    update sealing set version = version + 1 where id = asked;
end $$;

-- The second of the two agrees: to unseal, one who is named; to take over, one whom the proposal names.
create function decide_sealing_proposal(asked uuid, by text) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    made sealing_proposal;
begin
    perform public.audit_guard();
    select * into made from sealing_proposal where id = asked for update;
    if made.id is null or made.decided_at is not null or made.proposed_by = by
            or made.kind = 'unsealing' and not is_sealing_worker(made.sealing_id)
            or made.kind = 'handover' and not is_proposed_worker(made.to_agency, made.workers::jsonb) then
        return false;
    end if;
    update sealing_proposal set decided_by = by, decided_at = clock_timestamp(), decided_in = pg_current_xact_id()
     where id = asked;
    if made.kind = 'handover' then
        update sealing set responsible = made.to_agency, version = version + 1 where id = made.sealing_id;
        perform set_sealing_workers(made.sealing_id, made.to_agency, made.workers::jsonb, by);
    end if;
    return true;
end $$;

-- Brings what is true into the open: the responsible agency becomes the holder of the active entry, by a transfer like any
-- other; where the old agency has ended it, of a new one.
create function unseal(asked uuid, target uuid, by text, key bytea, told bytea) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    truth sealing;
    active entry;
    taken uuid := gen_random_uuid();
    proposer text;
begin
    perform public.audit_guard();
    update sealing set unsealed_at = clock_timestamp(), version = version + 1 where id = asked returning * into truth;
    select proposed_by into proposer from sealing_proposal
     where sealing_id = asked and decided_in = pg_current_xact_id();
    select * into active from entry where id = target for update;
    if active.id is null then
        insert into entry select (jsonb_populate_record(front, jsonb_build_object('id', target, 'status', 'active',
                'ended_on', null, 'end_reason', null, 'opened_at', clock_timestamp(), 'version', 0,
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

-- Whether a measure goes on for a child although its entry has ended: the answer to a check stays what it was.
create function is_protected_still(entry uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as 'select sealing_of(entry) is not null';

-- What was done about the front, for its named workers; who asked for it sees it elsewhere.
create view sealed_look with (security_barrier) as
    select id, sealing, asked_by, asker_name, agency, country, purpose, at from guarded.look
     where (select audit_guard()) and guarded.is_sealing_worker(sealing);
create view sealed_request with (security_barrier) as
    select id, sealing, asked_at from guarded.disclosure
     where (select audit_guard()) and guarded.is_sealing_worker(sealing);
grant select on sealed_look, sealed_request to ${app};

revoke execute on function seal_entry(uuid, uuid, text, text, jsonb, bytea, bytea, bytea),
    name_sealing_workers(uuid, jsonb, text), decide_sealing_proposal(uuid, text), unseal(uuid, uuid, text, bytea, bytea),
    is_protected_still(uuid), guarded.set_sealing_workers(uuid, text, jsonb, text), guarded.sealing_of(uuid),
    guarded.workers_of(uuid) from public;
grant execute on function seal_entry(uuid, uuid, text, text, jsonb, bytea, bytea, bytea),
    name_sealing_workers(uuid, jsonb, text), decide_sealing_proposal(uuid, text), unseal(uuid, uuid, text, bytea, bytea),
    is_protected_still(uuid) to ${app};
