-- A record is erased when two people of its agency have decided so and every service has let go of it.

create table guarded.erasure (
    id           uuid        primary key,
    person_id    uuid        not null,
    agency       text        not null,
    legal_basis  text        not null check (legal_basis ~ '^[A-Z0-9_]{1,40}$'),
    reason       text        not null check (reason ~ '^[A-Z0-9_]{1,40}$'),
    status       text        not null check (status in ('PROPOSED', 'WITHDRAWN', 'APPROVED', 'DESTROYED', 'ANNOUNCED', 'COMPLETED')),
    proposed_by  text        not null check (proposed_by <> ''),
    proposed_at  timestamptz not null,
    approved_by  text        check (approved_by <> ''),
    approved_at  timestamptz,
    completed_at timestamptz,
    version      integer     not null,
    constraint erasure_by_two_people check (approved_by <> proposed_by),
    constraint erasure_approved_by_somebody check ((approved_by is null) = (status in ('PROPOSED', 'WITHDRAWN'))),
    constraint erasure_approved_sometime check ((approved_by is null) = (approved_at is null)),
    constraint erasure_completed_sometime check ((completed_at is null) = (status <> 'COMPLETED'))
);
create unique index erasure_one_at_a_time on guarded.erasure (person_id) where status <> 'WITHDRAWN';
create index erasure_of_person on guarded.erasure (person_id, proposed_at);
create index erasure_under_way on guarded.erasure (approved_at) where status in ('APPROVED', 'DESTROYED', 'ANNOUNCED');

comment on table guarded.erasure is 'That a record is to be erased: proposed by one person of its agency, approved by another. Codes, never text.';
comment on column guarded.erasure.person_id is 'No reference: the erasure outlives the record.';

-- The second wall behind ErasureStatus.
create function guarded.erasure_moves_on() returns trigger language plpgsql as $$
begin
    if (old.status, new.status) not in (('PROPOSED', 'WITHDRAWN'), ('PROPOSED', 'APPROVED'), ('APPROVED', 'DESTROYED'),
            ('DESTROYED', 'ANNOUNCED'), ('ANNOUNCED', 'COMPLETED')) then
        raise exception 'An erasure that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger erasure_moves_on before update of status on guarded.erasure
    for each row execute function guarded.erasure_moves_on();
create function guarded.erasure_begins_proposed() returns trigger language plpgsql as $$
begin
    raise exception 'An erasure begins as PROPOSED, not %', new.status using errcode = 'check_violation';
end $$;
create trigger erasure_begins_proposed before insert on guarded.erasure
    for each row when (new.status <> 'PROPOSED') execute function guarded.erasure_begins_proposed();

select guard_table('erasure', 'select, insert, update (status, approved_by, approved_at, completed_at, version)');

create table guarded.erasure_confirmation (
    erasure_id   uuid not null references guarded.erasure,
    service      text not null,
    confirmed_at timestamptz not null default now(),
    primary key (erasure_id, service)
);
comment on table guarded.erasure_confirmation is 'A service holds nothing about the person any more. When it does not confirm it does not say why.';
select guard_table('erasure_confirmation', 'select, insert');

create table guarded.erased_person (
    id        uuid        primary key,
    agency    text        not null,
    erased_at timestamptz not null default now()
);
comment on table guarded.erased_person is 'All that is left of an erased record, so that its agency learns that it is gone.';
select guard_table('erased_person', 'select');

-- Which erasures can go on: approved and confirmed by all who must, or destroyed and not completed. It shows nothing
-- about anybody, so the job that asks needs no event each time.
create function erasures_due(services text[]) returns table (id uuid, person_id uuid, status text)
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id, person_id, status from erasure
     where status in ('DESTROYED', 'ANNOUNCED')
        or status = 'APPROVED' and not exists (
            select from unnest(services) service where service not in (
                select c.service from erasure_confirmation c where c.erasure_id = erasure.id))
     order by approved_at limit 1000
$$;

-- Destroys a record: the secret of its tag, its data key, its ciphertext, its keys in the index. Only where two people
-- have decided so. What was searched for before is of no use any more and goes with it.
create function erase_person(record uuid) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if not exists (select from erasure where person_id = record and status = 'APPROVED') then
        raise exception 'nobody has decided to erase this record' using errcode = '42501';
    end if;
    insert into erased_person (id, agency) select id, agency from person where id = record;
    delete from person_key where person_id = record;
    delete from search_candidate where person_id = record
        or search_id in (select id from search where expires_at < now());
    delete from search where expires_at < now();
    delete from person where id = record;
    delete from public.idempotency_key where location like '%/' || record::text || '%';
    return true;
end $$;

revoke execute on function erasures_due(text[]), erase_person(uuid) from public;
grant execute on function erasures_due(text[]), erase_person(uuid) to ${app};
