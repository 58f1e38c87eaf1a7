-- A travel flag is the child's: no entry ends while one is in force, unless it was decided about first.
create function guarded.keep_flagged() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if exists (select from travel_flag where entry_id = new.id and status = 'active' and ends_on >= current_date) then
        raise exception 'an entry does not end while a travel flag is in force' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_flagged before update of status on guarded.entry
    for each row when (old.status = 'active' and new.status = 'ended') execute function guarded.keep_flagged();
revoke execute on function guarded.keep_flagged() from public;

-- What has ended by itself holds no erasure back: here a travel flag whose last day is over.
create or replace function holds_active(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from entry where person_record_id = record and status = 'active')
        or exists (select from sealing where person_record_id = record and unsealed_at is null)
        or public.is_on_legal_hold(record)
        or exists (select from entry held where held.person_record_id = record and (
                   exists (select from disclosure d where d.entry_id = held.id and d.status = 'requested')
                or exists (select from alert a where a.entry_id = held.id and a.outcome is null)
                or exists (select from travel_flag f
                            where f.entry_id = held.id and f.status = 'active' and f.ends_on >= current_date)
                or exists (select from emergency_access e where e.entry_id = held.id and e.reviewed_at is null)
                or exists (select from derogation d where d.entry_id = held.id and d.reviewed_at is null)))
        or exists (select from notification told
                    where told.person_record_id = record and told.acknowledged_at is null and told.sealing is null)
$$;

-- An exclusion that has ended by itself is no reason against another of the same party.
drop index guarded.exclusion_once;
alter table guarded.exclusion add constraint exclusion_once exclude using gist (
    entry_id with =, kind with =, party with =,
    daterange(least((set_at at time zone 'UTC')::date, valid_to), valid_to, '[]') with &&) where (lifted_at is null);
create index exclusion_of on guarded.exclusion (entry_id, kind, party) where lifted_at is null;

-- An answer that is overdue comes to the central authority by itself. That takes nothing from the asker, who can still turn
-- to it when the answer is a refusal.
do $$
begin
    execute format('alter table guarded.disclosure drop constraint %I', (
        select conname from pg_constraint where conrelid = 'guarded.disclosure'::regclass and contype = 'c'
           and pg_get_constraintdef(oid) like '%escalated_to IS NULL) OR (escalated_at IS NOT NULL%'));
end $$;
alter table guarded.disclosure disable trigger user;
update guarded.disclosure set escalated_at = null where escalated_at = overdue_at;
alter table guarded.disclosure enable trigger user;
alter table guarded.disclosure add constraint disclosure_escalated
    check (escalated_to is null or escalated_at is not null or overdue_at is not null);
