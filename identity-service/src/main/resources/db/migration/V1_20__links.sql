-- Which records are one child, as people have decided. Decisions are edges that are only ever added; the identities are
-- derived from them here, in the transaction that adds one, so that no replica and no fault can leave the two apart.

create sequence guarded.edge_order;

create table guarded.edge (
    id               uuid             primary key,
    order_no         bigint           not null unique,
    record_a         uuid             not null references guarded.person (id),
    record_b         uuid             not null references guarded.person (id),
    verdict          text             not null check (verdict in ('SAME', 'DIFFERENT', 'RELATED', 'UNSURE')),
    relation         text             check (relation in ('TWIN', 'SIBLING', 'PARENT_OR_CHILD', 'RELATIVE')),
    reason           text             not null check (reason ~ '^[A-Z_]{1,40}$'),
    decided_by       text             not null check (decided_by <> ''),
    agency           text             not null check (agency <> ''),
    confirmed_by     text             check (confirmed_by <> ''),
    confirmed_agency text             check (confirmed_agency <> ''),
    model_version    text             not null check (model_version <> ''),
    bits             double precision not null,
    wrapped_key      bytea            not null check (length(wrapped_key) > 0),
    evidence         bytea            not null check (length(evidence) > 0),
    decided_at       timestamptz      not null,
    constraint edge_names_a_pair_once check (record_a < record_b),
    constraint edge_relation_of_relatives check ((verdict = 'RELATED') = (relation is not null)),
    constraint edge_by_two_people check (confirmed_by <> decided_by),
    constraint edge_by_two_agencies check (confirmed_agency <> agency),
    constraint edge_confirmed_by_somebody check ((confirmed_by is null) = (confirmed_agency is null))
);
create index edge_of_pair on guarded.edge (record_a, record_b, order_no);
create index edge_of_other on guarded.edge (record_b, record_a, order_no);

comment on table guarded.edge is 'What a person decided about two records. Never changed: the newest of a pair is in force, and taking one back is one more.';
comment on column guarded.edge.order_no is 'Given under the lock of links: the order in which decisions count.';
comment on column guarded.edge.confirmed_by is 'The second person, of another agency. None where both records are of one agency.';
comment on column guarded.edge.model_version is 'The model whose explanation the person saw.';
comment on column guarded.edge.bits is 'What the compared fields weighed then: when it changes there is new evidence.';
comment on column guarded.edge.evidence is 'The explanation as it was, and the note: encrypted under a data key of this edge.';

create table guarded.identity_member (
    record_id   uuid primary key references guarded.person (id),
    own_id      uuid not null unique,
    identity_id uuid not null references guarded.identity_member (own_id) deferrable initially deferred,
    constraint identity_member_smallest check (identity_id <= own_id)
);
create index identity_member_linked on guarded.identity_member (identity_id) where identity_id <> own_id;

comment on table guarded.identity_member is 'Of which identity a record is: derived from the edges in force, by derive_identities alone.';
comment on column guarded.identity_member.own_id is 'The identity of this record when it stands alone. Every identity bears the smallest of its members, so each one ever told leads to a record, and that to where it is now.';

create table guarded.identity_heir (
    own_id uuid primary key,
    heir   uuid not null
);
comment on table guarded.identity_heir is 'Where an identity went whose id was that of a record since erased. Random ids, and nothing of whom.';

create table guarded.sealed_link (
    id             uuid        primary key,
    record_a       uuid        not null references guarded.person (id),
    record_b       uuid        not null references guarded.person (id),
    status         text        not null check (status in ('PROPOSED', 'IN_FORCE', 'ENDED')),
    reason         text        not null check (reason ~ '^[A-Z_]{1,40}$'),
    proposed_by    text        not null check (proposed_by <> ''),
    agency         text        not null check (agency <> ''),
    confirmed_by   text        check (confirmed_by <> ''),
    proposed_at    timestamptz not null,
    version        integer     not null,
    constraint sealed_link_names_a_pair_once check (record_a < record_b),
    constraint sealed_link_by_two_people check (confirmed_by <> proposed_by),
    constraint sealed_link_confirmed check (status <> 'IN_FORCE' or confirmed_by is not null)
);
create unique index sealed_link_once on guarded.sealed_link (record_a, record_b) where status <> 'ENDED';
create index sealed_link_of_other on guarded.sealed_link (record_b);
comment on table guarded.sealed_link is 'That two records are one child, which only the named workers know: adoption, a new identity. Everybody else is answered as if there were none.';

create table guarded.sealed_link_worker (
    link_id uuid not null references guarded.sealed_link (id) on delete cascade,
    worker  text not null check (worker <> ''),
    primary key (link_id, worker)
);
comment on table guarded.sealed_link_worker is 'Who may know of a sealed link: the subjects of their tokens.';

select guard_table('edge', 'select, insert');
select guard_table('identity_member', 'select');
select guard_table('identity_heir', 'select');
select guard_table('sealed_link', 'select, insert, update (status, confirmed_by, version)');
select guard_table('sealed_link_worker', 'select, insert');

-- One lock for all that makes or breaks links, taken before any row: with one lock there is no order to get wrong. People
-- decide a few times a second in the whole of Europe, and it is held for milliseconds.
create function lock_links() returns void language sql as 'select pg_advisory_xact_lock(1463900486)';

create function guarded.edges_in_force(record uuid) returns setof guarded.edge
    language sql stable as $$
    select distinct on (record_a, record_b) * from guarded.edge
     where record_a = record or record_b = record
     order by record_a, record_b, order_no desc
$$;

-- Whether two records must not come together: somebody has said that they are two children, or their link is sealed.
create function guarded.kept_apart(one uuid, other uuid) returns boolean
    language sql stable as $$
    select exists (
        select from guarded.edges_in_force(one) edge
         where other in (edge.record_a, edge.record_b) and edge.verdict in ('DIFFERENT', 'RELATED'))
        or exists (
        select from guarded.sealed_link sealed
         where sealed.record_a = least(one, other) and sealed.record_b = greatest(one, other) and sealed.status = 'IN_FORCE')
$$;

-- Derives the identities of the records given and of all that decisions connect with them. Links count in the order in
-- which they were made; one that would bring together two records kept apart is held, and waits for a review.
create function guarded.connected(touched uuid[]) returns uuid[]
    language sql stable as $$
    with recursive connected as (
        select unnest(touched) as record_id
        union
        select case when edge.record_a = connected.record_id then edge.record_b else edge.record_a end
          from connected, guarded.edges_in_force(connected.record_id) edge
         where edge.verdict = 'SAME')
    select array_agg(record_id) from connected
$$;

create function guarded.derive_identities(touched uuid[]) returns void
    language plpgsql as $$
declare
    reached  uuid[] := guarded.connected(touched);
    link     guarded.edge%rowtype;
    one      uuid;
    other    uuid;
begin
    update guarded.identity_member set identity_id = own_id
     where record_id = any (reached) and identity_id <> own_id;
    for link in
        select distinct edge.* from unnest(reached) record, guarded.edges_in_force(record) edge
         where edge.verdict = 'SAME' order by edge.order_no
    loop
        select identity_id into one from guarded.identity_member where record_id = link.record_a;
        select identity_id into other from guarded.identity_member where record_id = link.record_b;
        if one <> other and not exists (
            select from guarded.identity_member left_side, guarded.identity_member right_side
             where left_side.record_id = any (reached) and left_side.identity_id = one
               and right_side.record_id = any (reached) and right_side.identity_id = other
               and guarded.kept_apart(left_side.record_id, right_side.record_id))
        then
            update guarded.identity_member set identity_id = least(one, other)
             where record_id = any (reached) and identity_id in (one, other);
        end if;
    end loop;
end $$;

create function guarded.edge_comes_in_order() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.lock_links();
    new.order_no := nextval('guarded.edge_order');
    if new.verdict = 'SAME' and new.confirmed_by is null
        and (select count(distinct agency) from person where id in (new.record_a, new.record_b)) > 1 then
        raise exception 'records of two agencies are linked by two people' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger edge_comes_in_order before insert on guarded.edge
    for each row execute function guarded.edge_comes_in_order();

create function guarded.edge_makes_identities() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform derive_identities(array[new.record_a, new.record_b]);
    return null;
end $$;
create trigger edge_makes_identities after insert on guarded.edge
    for each row execute function guarded.edge_makes_identities();

create function guarded.edge_stays() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select from guarded.erased_person where id in (old.record_a, old.record_b)) then
        return old;
    end if;
    raise exception 'decisions about records are only added' using errcode = '42501';
end $$;
create trigger edge_stays before update or delete on guarded.edge
    for each row execute function guarded.edge_stays();

create function guarded.sealed_link_moves_on() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if tg_op = 'UPDATE' and (old.status, new.status) not in
        (('PROPOSED', 'IN_FORCE'), ('PROPOSED', 'ENDED'), ('IN_FORCE', 'ENDED')) then
        raise exception 'A sealed link that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    elsif tg_op = 'INSERT' and new.status <> 'PROPOSED' then
        raise exception 'A sealed link begins as PROPOSED' using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' then
        perform public.lock_links();
        perform derive_identities(array[new.record_a, new.record_b]);
    end if;
    return null;
end $$;
create trigger sealed_link_moves_on after insert or update of status on guarded.sealed_link
    for each row execute function guarded.sealed_link_moves_on();

-- ---- Records come and go ----------------------------------------------------------------------------------------------

create function guarded.person_stands_alone() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into identity_member (record_id, own_id, identity_id)
    select id, fresh, fresh from (select id, gen_random_uuid() as fresh from added) one;
    return null;
end $$;
create trigger person_stands_alone after insert on guarded.person
    referencing new table as added for each statement execute function guarded.person_stands_alone();

insert into guarded.identity_member (record_id, own_id, identity_id)
select id, fresh, fresh from (select id, gen_random_uuid() as fresh from guarded.person) one;

-- Before the row is locked, for whoever links holds this lock first and then refers to rows.
create function guarded.person_leaving() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.lock_links();
    return null;
end $$;
create trigger person_leaving before delete on guarded.person
    for each statement execute function guarded.person_leaving();

-- A record that is erased takes with it what was decided about it; the others of its identity stay one as far as their
-- own links carry, and its id leads to the first of them.
create function guarded.person_leaves_its_identity() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    leaving identity_member%rowtype;
    left_behind uuid[];
begin
    select * into leaving from identity_member where record_id = old.id;
    select array_agg(record_id) into left_behind from identity_member
     where record_id <> old.id and (identity_id = leaving.identity_id or own_id = leaving.identity_id);
    delete from sealed_link where old.id in (record_a, record_b);
    delete from edge where old.id in (record_a, record_b);
    if left_behind is not null then
        perform derive_identities(left_behind);
        insert into identity_heir (own_id, heir)
        select leaving.own_id, min(own_id::text)::uuid from identity_member where record_id = any (left_behind);
        update identity_heir set heir = (select heir from identity_heir where own_id = leaving.own_id)
         where heir = leaving.own_id;
    end if;
    delete from identity_member where record_id = old.id;
    return old;
end $$;
create trigger person_leaves_its_identity before delete on guarded.person
    for each row execute function guarded.person_leaves_its_identity();

-- The identity of an id that was ever told; null where it was none, or all its records are erased.
create function identity_now(asked uuid) returns uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select identity_id from identity_member
     where public.audit_guard() and own_id = coalesce((select heir from identity_heir where identity_heir.own_id = asked), asked)
$$;

-- Every record that decisions may bring to one of the two, with where it is now.
create function identities_around(one uuid, other uuid) returns table (record_id uuid, identity_id uuid)
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select record_id, identity_id from identity_member
     where public.audit_guard() and record_id = any (connected(array[one, other]))
$$;

-- Links in force that are held because of a contradiction, among the identities of a record.
create function links_held(record uuid) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select edge.id from edges_in_force(record) edge
      join identity_member a on a.record_id = edge.record_a
      join identity_member b on b.record_id = edge.record_b
     where public.audit_guard() and edge.verdict = 'SAME' and a.identity_id <> b.identity_id
$$;

revoke execute on function lock_links(), identities_around(uuid, uuid), guarded.connected(uuid[]), guarded.edges_in_force(uuid), guarded.kept_apart(uuid, uuid),
    guarded.derive_identities(uuid[]), identity_now(uuid), links_held(uuid) from public;
grant execute on function lock_links(), identities_around(uuid, uuid), identity_now(uuid), links_held(uuid) to ${app};
