-- Which agency works with a child, as the referral service tells: the relationship that an access rule may ask for.
create table guarded.relation (
    id               uuid primary key,
    person_record_id uuid not null,
    agency           text not null check (length(agency) between 1 and 40),
    kind             text not null check (kind ~ '^[a-z-]{1,40}$'),
    begun_at         timestamptz not null,
    ended_at         timestamptz check (ended_at >= begun_at)
);
comment on column guarded.relation.id is 'The work it comes from, a referral say: one relation each.';
create index relation_in_force on guarded.relation (person_record_id, agency) where ended_at is null;
select guard_table('relation', 'select, insert, update');

create function guarded.keep_ended_relation() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null then
        raise exception 'a relation that has ended does not change' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_ended before update on guarded.relation for each row execute function guarded.keep_ended_relation();
