-- A child must not be taken out of the country: who decided it, why, until when; a pointer to the police, never a copy.

create table guarded.travel_flag (
    id              uuid primary key,
    entry_id        uuid not null references guarded.entry on delete cascade,
    agency          text not null references agency,
    ground          text not null check (ground in ('forced-marriage', 'fgm', 'abduction', 'trafficking', 'court-order', 'other')),
    decision_maker  text not null check (length(decision_maker) between 1 and 200),
    court_reference text check (court_reference ~ '^[A-Za-z0-9][A-Za-z0-9._/ -]{0,59}$'),
    pointer         text check (pointer ~ '^[A-Za-z0-9][A-Za-z0-9._/ -]{0,59}$'),
    starts_on       date not null,
    ends_on         date not null,
    status          text not null check (status in ('active', 'withdrawn', 'fallen')),
    warned_for      date,
    handed_over_to  text,
    handed_over_at  timestamptz,
    written_by      text not null,
    written_at      timestamptz not null,
    version         int not null,
    check (ends_on > starts_on),
    check ((handed_over_to is null) = (handed_over_at is null)),
    check (handed_over_at is null or status = 'fallen'),
    check (ground <> 'court-order' or court_reference is not null)
);
comment on column guarded.travel_flag.pointer is 'The number under which the police keep it (SIS, article 32(1)(d)); never what stands there.';
comment on column guarded.travel_flag.warned_for is 'The end date that the holder was warned of.';
create index travel_flag_entry on guarded.travel_flag (entry_id);
create index travel_flag_agency on guarded.travel_flag (agency, written_at desc, id);
create index travel_flag_ending on guarded.travel_flag (ends_on) where status = 'active';
select guard_table('travel_flag', 'select, insert, update');

create table guarded.travel_flag_change (
    id             uuid primary key,
    flag_id        uuid not null references guarded.travel_flag on delete cascade,
    kind           text not null check (kind in ('set', 'renewed', 'withdrawn', 'fell', 'handed-over')),
    decision_maker text,
    ends_on        date not null,
    wrapped_key    bytea,
    reasons        bytea,
    changed_by     text not null,
    changed_at     timestamptz not null,
    check ((wrapped_key is null) = (reasons is null)),
    check (kind not in ('renewed', 'withdrawn') or reasons is not null and decision_maker is not null)
);
comment on column guarded.travel_flag_change.reasons is 'Encrypted with the data key of this row.';
create index travel_flag_change_flag on guarded.travel_flag_change (flag_id);
select guard_table('travel_flag_change', 'select, insert');
grant update (wrapped_key) on public.travel_flag_change to ${app};

create function guarded.keep_travel_flag() returns trigger language plpgsql as $$
begin
    if old.status <> 'active' and (new.status, new.ends_on) is distinct from (old.status, old.ends_on) then
        raise exception 'a flag that was withdrawn or has fallen does not come back' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_travel_flag before update on guarded.travel_flag
    for each row execute function guarded.keep_travel_flag();

-- Two weeks before the end the holder is warned; at verified majority a flag falls, and at nothing less.
create function travel_flags_ending(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from travel_flag
     where status = 'active' and ends_on between current_date and current_date + 14 and warned_for is distinct from ends_on
     order by ends_on limit most
$$;
create function travel_flags_of_adults(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    select f.id from travel_flag f join entry e on e.id = f.entry_id join person_tag t on t.record_id = e.person_record_id
     where f.status = 'active' and t.age_state = 'documented' and not t.treated_as_child
     limit most
$$;
revoke execute on function travel_flags_ending(int), travel_flags_of_adults(int) from public;
grant execute on function travel_flags_ending(int), travel_flags_of_adults(int) to ${app};
