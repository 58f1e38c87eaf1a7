-- Who is kept from an entry: gets the answer that nobody is known (invariants 7 and 8).

create table guarded.exclusion (
    id        uuid primary key,
    entry_id  uuid not null references guarded.entry on delete cascade,
    kind      text not null check (kind in ('person', 'desk', 'agency')),
    party     text not null check (length(party) between 1 and 100),
    reason    text not null check (reason in ('relative', 'suspected', 'associate', 'conflict-of-interest', 'court-order', 'other')),
    valid_to  date,
    set_by    text not null,
    set_at    timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    version   int not null,
    check ((lifted_by is null) = (lifted_at is null))
);
comment on column guarded.exclusion.party is 'The account of a person (sub of its token), or the code of a desk or an agency.';
comment on column guarded.exclusion.valid_to is 'The last day; open where it lasts until it is lifted.';
create unique index exclusion_once on guarded.exclusion (entry_id, kind, party) where lifted_at is null;
select guard_table('exclusion', 'select, insert, update');

create table guarded.exclusion_alarm (
    id         uuid primary key,
    entry_id   uuid not null references guarded.entry on delete cascade,
    asked_by   text not null,
    asker_name text not null,
    agency     text not null,
    country    text not null,
    purpose    text not null,
    at         timestamptz not null,
    told_at    timestamptz,
    told       text references agency,
    check (told is null or told_at is not null)
);
comment on table guarded.exclusion_alarm is
    'That somebody who is kept from an entry asked about its child. Told by a job, so that the answer takes no longer than any other.';
create index exclusion_alarm_untold on guarded.exclusion_alarm (at) where told_at is null;
create index exclusion_alarm_entry on guarded.exclusion_alarm (entry_id);
select guard_table('exclusion_alarm', 'select, insert, update');

create function untold_exclusion_alarms(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as
    'select id from exclusion_alarm where told_at is null order by at limit most';
revoke execute on function untold_exclusion_alarms(int) from public;
grant execute on function untold_exclusion_alarms(int) to ${app};

-- What keeps somebody from an entry, as engines/access names it; null where nothing does. Read through the guarded views.
create function barrier(entry uuid, subject text, desk text, agency text, country text) returns text
    language sql stable as $$
    select case
        when exists (select from public.exclusion x
                      where x.entry_id = $1 and x.lifted_at is null and (x.valid_to is null or x.valid_to >= current_date)
                        and (x.kind, x.party) in (('person', $2), ('desk', $3), ('agency', $4))) then 'excluded'
        when exists (select from public.entry e
                      where e.id = $1 and $5 = any (e.claims_protection_from)) then 'protection-claimed-against'
    end
$$;

-- What keeps somebody from anything about a child: a barrier before one of its entries.
create function child_barrier(child uuid, subject text, desk text, agency text, country text) returns text
    language sql stable as $$
    select min(barrier(e.id, $2, $3, $4, $5)) from public.entry e where e.person_record_id = $1
$$;
revoke execute on function barrier(uuid, text, text, text, text), child_barrier(uuid, text, text, text, text) from public;
grant execute on function barrier(uuid, text, text, text, text), child_barrier(uuid, text, text, text, text) to ${app};
