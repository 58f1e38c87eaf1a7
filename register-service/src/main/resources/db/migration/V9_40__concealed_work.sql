-- What named workers of a hidden child do hides itself in every service (architecture, invariant 8; ADR 27). Whoever was ever
-- named, or is to take over, is so until the child is hidden no more: a worker who was taken off still works where they worked.

create table guarded.sealing_concealment (
    id         uuid primary key default gen_random_uuid(),
    sealing_id uuid not null references guarded.sealing on delete cascade,
    subject    text not null,
    unique (sealing_id, subject)
);
comment on table guarded.sealing_concealment is 'Told to identity and referral as work.concealed and work.shown. Written by trigger only.';
create index sealing_concealment_of on guarded.sealing_concealment (subject);
select guard_table('sealing_concealment', 'select');
-- The application needs none of it.
revoke select on public.sealing_concealment from ${app};

-- Facts come under the id of the naming, so that neither outbox nor dead letters are about a record that is hidden.
create function guarded.tell_concealed(asked uuid) returns void
    language sql security definer set search_path = guarded, pg_temp as $$
    insert into public.fact_outbox (id, type, subject, time, data)
    select gen_random_uuid(), 'work.concealed', c.id, clock_timestamp(),
           json_build_object('names', to_json(array_remove(array [t.tag, s.person_record_id::text, s.entry_id::text], null)),
               'worker', c.subject)
      from sealing_concealment c join sealing s on s.id = c.sealing_id
      left join public.person_tag t on t.record_id = s.person_record_id
     where c.id = asked
$$;

create function guarded.keep_concealment() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform tell_concealed(new.id);
    return null;
end $$;
create trigger keep_concealment after insert on guarded.sealing_concealment
    for each row execute function guarded.keep_concealment();

create function guarded.conceal_worker() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into sealing_concealment (sealing_id, subject) values (new.sealing_id, new.subject) on conflict do nothing;
    return null;
end $$;
create trigger conceal_worker after insert on guarded.sealing_worker for each row execute function guarded.conceal_worker();

-- Whoever is asked to take over may look into it before they agree.
create function guarded.conceal_proposed() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into sealing_concealment (sealing_id, subject)
    select new.sealing_id, named->>'subject' from jsonb_array_elements(new.workers::jsonb) named
    on conflict do nothing;
    return null;
end $$;
create trigger conceal_proposed after insert on guarded.sealing_proposal
    for each row when (new.workers is not null) execute function guarded.conceal_proposed();

create function guarded.show_work() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into public.fact_outbox (id, type, subject, time, data)
    select gen_random_uuid(), 'work.shown', id, clock_timestamp(), '{}' from sealing_concealment where sealing_id = new.id;
    return null;
end $$;
create trigger show_work after update of unsealed_at on guarded.sealing
    for each row when (old.unsealed_at is null and new.unsealed_at is not null) execute function guarded.show_work();

-- Told again from time to time: a service whose database was restored, or whose key was replaced, learns it anew. A sealing
-- that ends meanwhile waits, so that its end is told last.
create function tell_concealed_work() returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if not pg_try_advisory_xact_lock(x'57415943'::int, 1) then
        return false;
    end if;
    perform from sealing where unsealed_at is null order by id for share;
    perform tell_concealed(c.id) from sealing_concealment c join sealing s on s.id = c.sealing_id where s.unsealed_at is null;
    return true;
end $$;

-- The register's own events ask what it knows, and nothing is late.
create or replace function conceals(who text, names text[], pairs bytea[]) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (
        select from sealing_concealment c join sealing s on s.id = c.sealing_id and s.unsealed_at is null
         where c.subject = who
           and (s.person_record_id::text = any (names) or s.entry_id::text = any (names) or s.id::text = any (names)
                or exists (select from public.person_tag t
                            where t.record_id = s.person_record_id and t.tag = any (names))))
$$;

revoke execute on function tell_concealed_work(), guarded.tell_concealed(uuid), guarded.keep_concealment(),
    guarded.conceal_worker(), guarded.conceal_proposed(), guarded.show_work() from public;
grant execute on function tell_concealed_work() to ${app};

insert into guarded.sealing_concealment (sealing_id, subject)
select sealing_id, subject from guarded.sealing_worker join guarded.sealing s on s.id = sealing_id where s.unsealed_at is null
union
select sealing_id, named->>'subject' from guarded.sealing_proposal p join guarded.sealing s on s.id = p.sealing_id,
       jsonb_array_elements(p.workers::jsonb) named
 where s.unsealed_at is null and p.workers is not null;
