-- A sealed link hides what was decided before it between any record of the one identity and any of the other, not between
-- its two records alone; what somebody decides later in their own words stays readable to them, and joins nobody.

alter table guarded.sealed_link add column sealed_no bigint;
comment on column guarded.sealed_link.sealed_no is 'Its place among the decisions, from when it came into force: those before it are hidden.';
update guarded.sealed_link set sealed_no = nextval('guarded.edge_order') where status = 'IN_FORCE';
alter table guarded.sealed_link
    add constraint sealed_link_has_its_place check (status <> 'IN_FORCE' or sealed_no is not null);

-- Somebody who is not named and proposes the same must not learn from a conflict that there is one.
drop index guarded.sealed_link_once;
create unique index sealed_link_once on guarded.sealed_link (record_a, record_b, proposed_by) where status <> 'ENDED';

create function guarded.sealed_link_takes_its_place() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.lock_links();
    new.sealed_no := nextval('guarded.edge_order');
    return new;
end $$;
create trigger sealed_link_takes_its_place before update of status on guarded.sealed_link
    for each row when (new.status = 'IN_FORCE') execute function guarded.sealed_link_takes_its_place();

-- All records of the identity of a record.
create function guarded.one_with(record uuid) returns setof uuid
    language sql stable as $$
    select other.record_id from guarded.identity_member self
      join guarded.identity_member other
        on other.own_id = self.identity_id and other.identity_id = self.identity_id
     where self.record_id = record
    union all
    select other.record_id from guarded.identity_member self
      join guarded.identity_member other
        on other.identity_id = self.identity_id and other.identity_id <> other.own_id
     where self.record_id = record
$$;

-- Whether a sealed link that came into force after a place among the decisions stands between the identities of two records.
create function guarded.sealed_between(one uuid, other uuid, place bigint) returns boolean
    language sql stable as $$
    select exists (select from guarded.sealed_link where status = 'IN_FORCE') and exists (
        select from guarded.one_with(one) near
          join lateral (
              select record_b as far from guarded.sealed_link
               where record_a = near and status = 'IN_FORCE' and sealed_no > place
              union all
              select record_a from guarded.sealed_link
               where record_b = near and status = 'IN_FORCE' and sealed_no > place) sealed on true
         where sealed.far in (select guarded.one_with(other)))
$$;

create or replace function is_sealed_pair(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as
    'select public.audit_guard() and sealed_between(one, other, 0)';

-- Whether a decision is answered as if there were none.
create function is_decision_hidden(one uuid, other uuid, place bigint) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as
    'select public.audit_guard() and sealed_between(one, other, place)';

revoke execute on function guarded.one_with(uuid), guarded.sealed_between(uuid, uuid, bigint),
    is_decision_hidden(uuid, uuid, bigint) from public;
grant execute on function is_decision_hidden(uuid, uuid, bigint) to ${app};

create or replace function guarded.conflict_waits_for_review() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into pair_review (id, record_a, record_b, agency_a, agency_b, country_a, country_b, reason, status, rank, queued_at,
        version)
    select gen_random_uuid(), a.id, b.id, a.agency, b.agency, a.country, b.country, 'CONFLICT', 'OPEN', 0, now(), 0
      from (select distinct least(one.record_id, other.record_id) as first, greatest(one.record_id, other.record_id) as second
              from unnest(connected(array[new.record_a, new.record_b])) reached
              join lateral edges_in_force(reached) link on link.verdict = 'SAME'
              join identity_member left_end on left_end.record_id = link.record_a
              join identity_member right_end on right_end.record_id = link.record_b
               and right_end.identity_id <> left_end.identity_id
              join identity_member one on one.identity_id = left_end.identity_id
              join identity_member other on other.identity_id = right_end.identity_id
              join lateral edges_in_force(one.record_id) word on other.record_id in (word.record_a, word.record_b)
               and word.verdict in ('DIFFERENT', 'RELATED')) apart
      join person a on a.id = apart.first
      join person b on b.id = apart.second
     where not sealed_between(a.id, b.id, 0)
    on conflict do nothing;
    return null;
end $$;

-- Who asked that a pair be looked at. Where a sealed link stands between the two, the pair waits in the queue of nobody else.
create table guarded.pair_review_asking (
    review_id uuid not null references guarded.pair_review (id) on delete cascade,
    agency    text not null check (agency <> ''),
    primary key (review_id, agency)
);
comment on table guarded.pair_review_asking is 'Which agencies asked that a pair be looked at: it stays in their queue whatever links are sealed.';
select guard_table('pair_review_asking', 'select, insert');
