-- A sealed link in force keeps a child with a new identity apart. One who knows proposes its end and a second ends it, of the
-- other agency where there are two: one person alone, bribed or threatened, brings the two identities together no more.
alter table guarded.sealed_link
    add column ending_by     text check (ending_by <> ''),
    add column ending_agency text check (ending_agency <> ''),
    add column ending_at     timestamptz,
    add column ended_by      text check (ended_by <> ''),
    add column ended_agency  text check (ended_agency <> ''),
    add constraint sealed_link_ending check (
        (ending_by is null) = (ending_at is null) and (ending_by is null) = (ending_agency is null)),
    add constraint sealed_link_ended_by_two check (ended_by <> ending_by);
comment on column guarded.sealed_link.ending_at is 'When its end was proposed; two weeks later it counts no more.';
select guard_table('sealed_link', 'select, insert, update (status, confirmed_by, ending_by, ending_agency, ending_at,'
    ' ended_by, ended_agency, version)');

create function guarded.sealed_link_ended_by_two_agencies() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if old.status = 'IN_FORCE' and new.status = 'ENDED' and (
            new.ended_by is null or old.ending_by is null or old.ending_by = new.ended_by
            or old.ending_at <= clock_timestamp() - interval '14 days'
            or old.ending_agency = new.ended_agency
               and (select count(distinct agency) from person where id in (new.record_a, new.record_b)) > 1) then
        raise exception 'a sealed link in force is ended by two, of two agencies where there are two' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger sealed_link_ended_by_two_agencies before update of status on guarded.sealed_link
    for each row execute function guarded.sealed_link_ended_by_two_agencies();
revoke execute on function guarded.sealed_link_ended_by_two_agencies() from public;

-- A link in force is written to now without moving on: it keeps its place among the decisions, and moves nothing.
drop trigger sealed_link_moves_on on guarded.sealed_link;
create trigger sealed_link_begins after insert on guarded.sealed_link
    for each row execute function guarded.sealed_link_moves_on();
create trigger sealed_link_moves_on after update on guarded.sealed_link
    for each row when (new.status <> old.status) execute function guarded.sealed_link_moves_on();
drop trigger sealed_link_takes_its_place on guarded.sealed_link;
create trigger sealed_link_takes_its_place before update on guarded.sealed_link
    for each row when (new.status = 'IN_FORCE' and old.status <> 'IN_FORCE')
    execute function guarded.sealed_link_takes_its_place();
drop trigger sealed_link_ends_review on guarded.sealed_link;
create trigger sealed_link_ends_review after update on guarded.sealed_link
    for each row when (new.status = 'IN_FORCE' and old.status <> 'IN_FORCE')
    execute function guarded.sealed_link_ends_review();
