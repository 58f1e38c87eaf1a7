-- An event may reach the log after the erasure of a child it names: the relay was behind, a backup was brought back. Its
-- details go as those before the erasure did. Who was erased is looked up for each event with details, so it has a place of
-- its own; the erasures in the log are the evidence, and the review holds the details against them.

create table erased_subject (
    key        bytea primary key check (octet_length(key) = 32),
    leaf_index bigint not null
);
comment on table erased_subject is 'Keys as in sealed_index of the children whom an erasure names, and the first leaf that does';
insert into erased_subject (key, leaf_index)
    select distinct on (i.key) i.key, i.leaf_index
    from guarded.sealed_index i join guarded.access_event e using (leaf_index)
    where i.kind = 'subject' and e.type = 'identity.person.erased' and e.source = 'identity-service' and e.outcome = '0'
    order by i.key, i.leaf_index;

create or replace function erase_details(erasure bigint) returns bigint
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    erased bigint;
begin
    if not exists (select from access_event where leaf_index = erasure and type = 'identity.person.erased'
                   and source = 'identity-service' and outcome = '0') then
        raise exception 'Leaf % is no erasure', erasure using errcode = '42501';
    end if;
    insert into public.erased_subject (key, leaf_index)
        select key, leaf_index from sealed_index where leaf_index = erasure and kind = 'subject'
        on conflict do nothing;
    delete from sealed_detail where leaf_index in (
        select looks.leaf_index from event_subject erased
        join event_subject looks on looks.subject = erased.subject
        where erased.leaf_index = erasure
        union all
        select looks.leaf_index from sealed_index erased
        join sealed_index looks on looks.key = erased.key
        where erased.leaf_index = erasure and erased.kind = 'subject');
    get diagnostics erased = row_count;
    return erased;
end $$;

-- Deletes the sealed details of those events, from one place in the log up to another, whose child was erased before.
create function erase_late_details(first bigint, beyond bigint) returns bigint
    language sql security definer set search_path = guarded, pg_temp as $$
    with late as (
        delete from sealed_detail where leaf_index in (
            select i.leaf_index from sealed_index i join public.erased_subject e on e.key = i.key
            where i.leaf_index >= first and i.leaf_index < beyond and i.kind = 'subject' and i.leaf_index > e.leaf_index)
        returning 1)
    select count(*) from late
$$;
revoke execute on function erase_late_details(bigint, bigint) from public;
grant execute on function erase_late_details(bigint, bigint) to ${app};

-- Those that came late until now.
select erase_late_details(0, 9223372036854775807);
