-- What becomes of person records, in an order that a mirror in memory can follow.
--
-- A sequence would not do: who took the lower number may commit later, and a reader would have passed it. The id of the
-- transaction does: no transaction below pg_snapshot_xmin(pg_current_snapshot()) is still under way.
create table guarded.person_change (
    person_id  uuid    primary key,
    number     bigint  not null generated always as identity unique check (number between 1 and 2147483647),
    changed_in bigint  not null,
    gone       boolean not null default false
);
create index person_change_order on guarded.person_change (changed_in, number);

comment on table guarded.person_change is 'The last change of each person record. Holds nothing about anybody.';
comment on column guarded.person_change.number is 'What a mirror calls the record: dense, never used again.';
comment on column guarded.person_change.changed_in is 'Transaction (xid8) of the last change.';

insert into guarded.person_change (person_id, changed_in)
    select id, pg_current_xact_id()::text::bigint from guarded.person;

create function guarded.note_person_change() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into person_change as known (person_id, changed_in, gone)
        select id, pg_current_xact_id()::text::bigint, tg_op = 'DELETE' from changed
        on conflict (person_id) do update set changed_in = excluded.changed_in, gone = excluded.gone;
    return null;
end $$;
revoke execute on function guarded.note_person_change() from public;
create trigger note_person_added after insert on guarded.person
    referencing new table as changed for each statement execute function guarded.note_person_change();
create trigger note_person_changed after update on guarded.person
    referencing new table as changed for each statement execute function guarded.note_person_change();
create trigger note_person_gone after delete on guarded.person
    referencing old table as changed for each statement execute function guarded.note_person_change();

select guard_table('person_change', 'select');

-- No transaction below this is still under way.
create function changes_settled() returns bigint
    language sql volatile as 'select pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

-- Changes after a place in the order. Ids and numbers only, so that a mirror that asks each second needs no event.
create function persons_changed(since bigint, after_number bigint, most integer)
    returns table (person_id uuid, number bigint, changed_in bigint, gone boolean)
    language sql volatile security definer set search_path = guarded, pg_temp as $$
    select person_id, number, changed_in, gone from person_change
     where (changed_in, number) > (since, after_number)
     order by changed_in, number limit most
$$;
revoke execute on function changes_settled(), persons_changed(bigint, bigint, integer) from public;
grant execute on function changes_settled(), persons_changed(bigint, bigint, integer) to ${app};
