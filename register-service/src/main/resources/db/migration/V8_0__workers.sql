-- Named workers: who of the holder's agency works on an entry. What others do about it is shown to them and to nobody else
-- of their agency.

create table guarded.entry_worker (
    id       uuid primary key default gen_random_uuid(),
    entry_id uuid not null references guarded.entry on delete cascade,
    subject  text not null check (length(subject) between 1 and 100),
    agency   text not null references agency,
    name     text check (length(name) between 1 and 200),
    named_by text not null,
    during   tstzrange not null,
    exclude using gist (entry_id with =, subject with =, during with &&)
);
comment on table guarded.entry_worker is 'Written by functions and triggers only.';
comment on column guarded.entry_worker.name is 'For display; null where only the subject of the token is known.';
create index entry_worker_of on guarded.entry_worker (entry_id, subject) where upper_inf(during);
select guard_table('entry_worker', 'select');

-- Replaces the named workers of an entry by others, each {"subject", "name"}.
create function name_workers(entry uuid, by text, of_agency text, workers jsonb) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    update entry_worker set during = tstzrange(lower(during), clock_timestamp())
     where entry_id = entry and upper_inf(during)
       and not exists (select from jsonb_array_elements(workers) named
                        where named->>'subject' = subject and agency = of_agency);
    insert into entry_worker (entry_id, subject, agency, name, named_by, during)
    select entry, named->>'subject', of_agency, named->>'name', by, tstzrange(clock_timestamp(), null)
      from jsonb_array_elements(workers) named
     where not exists (select from entry_worker
                        where entry_id = entry and subject = named->>'subject' and upper_inf(during));
end $$;

-- Whoever has taken a transfer by name is the named worker from its acceptance on.
create function guarded.name_receiver() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    update entry_worker set during = tstzrange(lower(during), clock_timestamp())
     where entry_id = new.id and upper_inf(during);
    insert into entry_worker (entry_id, subject, agency, named_by, during)
    select new.id, received_by, new.holder, received_by, tstzrange(clock_timestamp(), null) from transfer
     where entry_id = new.id and to_agency = new.holder and status = 'accepted' and decided_in = pg_current_xact_id();
    return null;
end $$;
create trigger name_receiver after update of holder on guarded.entry
    for each row when (old.holder <> new.holder) execute function guarded.name_receiver();

revoke execute on function name_workers(uuid, text, text, jsonb), guarded.name_receiver() from public;
grant execute on function name_workers(uuid, text, text, jsonb) to ${app};

-- Who asks: the application tells it with each permit. It decides which rows are shown, beside the conditions of the
-- application's own queries; it is no proof of who asks.
create function guarded.asks(subject text, agency text) returns boolean
    language sql stable as $$
    select subject = current_setting('waymark.subject', true) and agency = current_setting('waymark.agency', true)
$$;

create function guarded.is_named(entry uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from entry_worker where entry_id = entry and upper_inf(during) and asks(subject, agency))
$$;
revoke execute on function guarded.is_named(uuid), guarded.asks(text, text) from public;
grant execute on function guarded.is_named(uuid), guarded.asks(text, text) to ${app};

-- Since which entry a row is for its named workers only; null where it had none then, and for everything else.
alter table guarded.notification add column for_workers_of uuid;
alter table guarded.disclosure add column for_workers_of uuid;
