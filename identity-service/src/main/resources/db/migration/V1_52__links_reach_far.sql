-- Two records of one agency are linked by one person only while no other agency's record comes with them: else that person would
-- merge the children of others, who were never asked (architecture, invariant 9). Where somebody has said that two of them are two
-- children, the link is held: it joins nobody, and its contradiction goes to a review.
create function guarded.joins_agencies(one uuid, other uuid) returns boolean
    language sql stable as $$
    select count(distinct m.identity_id) > 1 and count(distinct p.agency) > 1
      from guarded.identity_member m join guarded.person p on p.id = m.record_id
     where m.identity_id in (select identity_id from guarded.identity_member where record_id in (one, other))
       and not exists (
           select from guarded.identity_member here
             join guarded.identity_member a on a.identity_id = here.identity_id and here.record_id = one
             cross join guarded.identity_member b
             join guarded.identity_member there on there.identity_id = b.identity_id and there.record_id = other
            where guarded.kept_apart(a.record_id, b.record_id))
$$;

create function joins_agencies(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select public.audit_guard() and guarded.joins_agencies(one, other)
$$;
revoke execute on function guarded.joins_agencies(uuid, uuid), joins_agencies(uuid, uuid) from public;
grant execute on function joins_agencies(uuid, uuid) to ${app};

create or replace function guarded.edge_comes_in_order() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.lock_links();
    new.order_no := nextval('guarded.edge_order');
    if new.verdict = 'SAME' and new.confirmed_by is null and (
            (select count(distinct agency) from person where id in (new.record_a, new.record_b)) > 1
            or guarded.joins_agencies(new.record_a, new.record_b)) then
        raise exception 'records of two agencies are linked by two people' using errcode = 'check_violation';
    end if;
    return new;
end $$;
