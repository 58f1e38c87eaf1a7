-- Fixed tables of each closed quarter, computed once and then never again: two questions about nearly the same children can
-- not be asked. Only what is published is stored, so there is no small number here to be stolen.
create table statistic_release (
    id          uuid primary key,
    quarter     text not null unique check (quarter ~ '^20[0-9]{2}-Q[1-4]$'),
    k           int not null check (k > 1),
    computed_at timestamptz not null
);

create table statistic_cell (
    release_id   uuid not null references statistic_release,
    country      text not null check (country ~ '^[A-Z]{2}$'),
    common_class text not null check (common_class ~ '^[a-z-]{1,40}$'),
    harm         text not null check (harm ~ '^[a-z-]{1,40}$'),
    age_status   text not null check (age_status in ('documented', 'assessed', 'unknown', 'all')),
    children     int check (children >= 0),
    primary key (release_id, country, common_class, harm, age_status)
);
comment on column statistic_cell.children is 'Null where it is suppressed: small itself, or what a small one could be computed from.';
grant select, insert on statistic_release, statistic_cell to ${app};

create function keep_statistics() returns trigger language plpgsql as $$
begin
    raise exception 'a statistic that was published does not change' using errcode = '23514';
end $$;
create trigger keep_release before update or delete on statistic_release for each row execute function keep_statistics();
create trigger keep_cell before update or delete on statistic_cell for each row execute function keep_statistics();

-- How many children had an active entry at a moment. Each counts once: with one kind of harm under it, with several under
-- "several". By country only: no council, no area. Read by the job that computes a release.
create function count_children(before timestamptz)
    returns table (country text, common_class text, harm text, age_status text, children bigint)
    language plpgsql stable security definer set search_path = guarded, public, pg_temp as $$
begin
    perform public.audit_guard();
    return query
    select agency.country, measure.class,
           case when cardinality(stood.harms) = 1 then stood.harms[1] else 'several' end,
           case when tag.age_state = 'documented' then 'documented'
                when tag.age_state in ('assessed-child', 'assessed-adult') then 'assessed'
                else 'unknown' end,
           count(*)
      from (select distinct on (v.entry_id) v.entry_id, v.status, v.harms, v.measure, v.holder
              from guarded.entry_version v where v.written_at < before
             order by v.entry_id, v.version desc) stood
      join guarded.entry on entry.id = stood.entry_id
      join public.agency on agency.code = stood.holder
      join public.measure on measure.code = stood.measure
      left join public.person_tag tag on tag.record_id = entry.person_record_id
     where stood.status = 'active'
     group by 1, 2, 3, 4;
end $$;
revoke execute on function count_children(timestamptz) from public;
grant execute on function count_children(timestamptz) to ${app};
