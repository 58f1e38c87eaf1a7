-- Pairs of records that may be one child, waiting for a person to look.

create table guarded.pair_review (
    id              uuid        primary key,
    record_a        uuid        not null references guarded.person (id) on delete cascade,
    record_b        uuid        not null references guarded.person (id) on delete cascade,
    agency_a        text        not null,
    agency_b        text        not null,
    country_a       text        not null,
    country_b       text        not null,
    reason          text        not null check (reason in ('FOUND', 'NEW_EVIDENCE', 'CONFLICT', 'ASKED')),
    status          text        not null check (status in ('OPEN', 'PROPOSED', 'DECIDED', 'WITHDRAWN')),
    rank            integer     not null check (rank >= 0),
    queued_at       timestamptz not null,
    claimed_by      text        check (claimed_by <> ''),
    claimed_until   timestamptz,
    proposed_by     text        check (proposed_by <> ''),
    proposed_agency text        check (proposed_agency <> ''),
    proposed_reason text        check (proposed_reason ~ '^[A-Z_]{1,40}$'),
    wrapped_key     bytea       check (length(wrapped_key) > 0),
    note            bytea       check (length(note) > 0),
    version         integer     not null,
    constraint pair_review_names_a_pair_once check (record_a < record_b),
    constraint pair_review_claimed_for_a_time check ((claimed_by is null) = (claimed_until is null)),
    constraint pair_review_proposed_by_somebody check (
        (proposed_by is null) = (proposed_agency is null) and (proposed_by is null) = (proposed_reason is null)
        and (status <> 'PROPOSED' or proposed_by is not null)),
    constraint pair_review_note_sealed check ((note is null) = (wrapped_key is null))
);
create unique index pair_review_once on guarded.pair_review (record_a, record_b) where status in ('OPEN', 'PROPOSED');
create index pair_review_of_b on guarded.pair_review (record_b);
create index pair_review_queue_a on guarded.pair_review (agency_a, rank, id) where status in ('OPEN', 'PROPOSED');
create index pair_review_queue_b on guarded.pair_review (agency_b, rank, id) where status in ('OPEN', 'PROPOSED');

comment on table guarded.pair_review is 'Two records that may be one child. A suggestion: people decide, and tell nobody before.';
comment on column guarded.pair_review.rank is 'First those where the model knows least, then the younger child: how near the probability is to one half in steps of a twentieth, times ten, and a band of age.';
comment on column guarded.pair_review.claimed_until is 'Until then nobody else decides; a claim that is over counts no more.';
comment on column guarded.pair_review.note is 'What the last reviewer left for the next, encrypted under a data key of its own.';

create table guarded.pair_review_unsure (
    review_id uuid not null references guarded.pair_review (id) on delete cascade,
    reviewer  text not null check (reviewer <> ''),
    primary key (review_id, reviewer)
);
comment on table guarded.pair_review_unsure is 'Who could not tell: another looks next.';

create table guarded.pair_review_opening (
    review_id uuid        not null references guarded.pair_review (id) on delete cascade,
    agency    text        not null check (agency <> ''),
    opened_by text        not null check (opened_by <> ''),
    opened_at timestamptz not null,
    primary key (review_id, agency)
);
comment on table guarded.pair_review_opening is 'That an agency lets the reviewer of the other read its half, for this review.';

create function guarded.pair_review_moves_on() returns trigger language plpgsql as $$
begin
    if (old.status, new.status) not in (('OPEN', 'OPEN'), ('PROPOSED', 'PROPOSED'), ('OPEN', 'PROPOSED'), ('OPEN', 'DECIDED'),
            ('OPEN', 'WITHDRAWN'), ('PROPOSED', 'DECIDED'), ('PROPOSED', 'OPEN'), ('PROPOSED', 'WITHDRAWN')) then
        raise exception 'A review that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger pair_review_moves_on before update on guarded.pair_review
    for each row execute function guarded.pair_review_moves_on();

select guard_table('pair_review', 'select, insert, update (status, claimed_by, claimed_until, proposed_by, proposed_agency,
    proposed_reason, wrapped_key, note, version)');
select guard_table('pair_review_unsure', 'select, insert');
select guard_table('pair_review_opening', 'select, insert');

-- However a pair was decided, it waits no longer. That nobody can tell is no decision.
create function guarded.edge_ends_review() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    update pair_review set status = 'DECIDED', claimed_by = null, claimed_until = null, version = version + 1
     where record_a = new.record_a and record_b = new.record_b and status in ('OPEN', 'PROPOSED');
    return null;
end $$;
create trigger edge_ends_review after insert on guarded.edge
    for each row when (new.verdict <> 'UNSURE') execute function guarded.edge_ends_review();

-- A sealed link waits in no queue, where it would explain one side to the other.
create function guarded.sealed_link_ends_review() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    update pair_review set status = 'WITHDRAWN', claimed_by = null, claimed_until = null, version = version + 1
     where record_a = new.record_a and record_b = new.record_b and status in ('OPEN', 'PROPOSED');
    return null;
end $$;
create trigger sealed_link_ends_review after update of status on guarded.sealed_link
    for each row when (new.status = 'IN_FORCE') execute function guarded.sealed_link_ends_review();

-- Where a link is held because two records of its sides are said to be two, those two come before a person again.
create function guarded.conflict_waits_for_review() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into pair_review (id, record_a, record_b, agency_a, agency_b, country_a, country_b, reason, status, rank, queued_at,
        version)
    select gen_random_uuid(), a.id, b.id, a.agency, b.agency, a.country, b.country, 'CONFLICT', 'OPEN', 0, now(), 0
      from (select distinct least(one.record_id, other.record_id) as first, greatest(one.record_id, other.record_id) as second
              from unnest(connected(array[new.record_a, new.record_b])) reached
              join lateral edges_in_force(reached) link on link.verdict = 'SAME'
              join identity_member left_end on left_end.record_id = link.record_a
              join identity_member right_end on right_end.record_id = link.record_b
               and right_end.identity_id <> left_end.identity_id
              join identity_member one on one.identity_id = left_end.identity_id
              join identity_member other on other.identity_id = right_end.identity_id
              join lateral edges_in_force(one.record_id) word on other.record_id in (word.record_a, word.record_b)
               and word.verdict in ('DIFFERENT', 'RELATED')) apart
      join person a on a.id = apart.first
      join person b on b.id = apart.second
     where not exists (select from sealed_link where record_a = a.id and record_b = b.id and status = 'IN_FORCE')
    on conflict do nothing;
    return null;
end $$;
create trigger make_conflict_wait_for_review after insert on guarded.edge
    for each row execute function guarded.conflict_waits_for_review();

-- ---- Records whose pairs are to be looked for ---------------------------------------------------------------------------

create table guarded.pairing (
    record_id uuid    primary key references guarded.person (id) on delete cascade,
    order_no  bigint  generated always as identity,
    is_new    boolean not null,
    attempts  integer not null default 0 check (attempts >= 0)
);
comment on column guarded.pairing.attempts is 'After five that failed it is left to an operator.';
create index pairing_order on guarded.pairing (attempts, order_no);
comment on table guarded.pairing is 'Records made or corrected, whose pairs a job looks for: nobody waits for it who makes a record.';
comment on column guarded.pairing.is_new is 'False for a correction, which is new evidence also on pairs that were decided.';
select guard_table('pairing', 'select, update (attempts)');

create function guarded.person_wants_pairing() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into pairing (record_id, is_new) select id, true from added;
    return null;
end $$;
create trigger person_wants_pairing after insert on guarded.person
    referencing new table as added for each statement execute function guarded.person_wants_pairing();

create function guarded.correction_wants_pairing() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into pairing as wanted (record_id, is_new) values (new.id, false)
    on conflict (record_id) do update set is_new = false, attempts = 0;
    return null;
end $$;
create trigger correction_wants_pairing after update of version on guarded.person
    for each row when (new.version <> old.version) execute function guarded.correction_wants_pairing();

insert into guarded.pairing (record_id, is_new) select id, true from guarded.person;

-- Shows nothing about anybody, so the job that asks needs no event each time.
create function pairings_wanted() returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as
    'select exists (select from pairing where attempts < 5)';

-- The pairs of these records have been looked for.
create function pairings_done(records uuid[]) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    delete from pairing where record_id = any (records);
end $$;

-- Whether the link of two records is sealed: their pair comes into no queue.
create function is_sealed_pair(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select public.audit_guard() and exists (select from sealed_link
        where record_a = least(one, other) and record_b = greatest(one, other) and status = 'IN_FORCE')
$$;
revoke execute on function pairings_wanted(), pairings_done(uuid[]), is_sealed_pair(uuid, uuid) from public;
grant execute on function pairings_wanted(), pairings_done(uuid[]), is_sealed_pair(uuid, uuid) to ${app};
