-- What a country decides about its measures, with validity in time: how long an ended one is still found, by which clocks
-- it is reviewed. Rules of a part of a country come before those of the country, and these before those of ANY.
create table place_rule (
    place         text not null check (place ~ '^([A-Z]{2}(-[A-Z0-9]{1,3})?|ANY)$'),
    ended_months  int not null check (ended_months between 0 and 240),
    first_review  text not null check (first_review ~ '^[A-Z0-9-]{1,40}$'),
    later_review  text not null check (later_review ~ '^[A-Z0-9-]{1,40}$'),
    unborn_review text not null check (unborn_review ~ '^[A-Z0-9-]{1,40}$'),
    birth_review  text not null check (birth_review ~ '^[A-Z0-9-]{1,40}$'),
    valid_from    date not null,
    valid_to      date check (valid_to > valid_from),
    primary key (place, valid_from),
    exclude using gist (place with =, daterange(valid_from, valid_to) with &&)
);
comment on table place_rule is 'Codes of rules of engines/clocks, and months for which checks find a measure after its end (domain R7).';
grant select on place_rule to ${app};

insert into place_rule (place, ended_months, first_review, later_review, unborn_review, birth_review, valid_from) values
    ('ANY', 12, 'OURS-REV1', 'OURS-REVN', 'OURS-REV1', 'OURS-PREB', '2000-01-01'),
    ('GB-ENG', 12, 'EN-REV1', 'EN-REVN', 'EN-PREB-CONF', 'EN-PREB-BIRTH', '2000-01-01'),
    ('GB-WLS', 12, 'WA-REV1', 'WA-REVN', 'WA-REV1', 'OURS-PREB', '2000-01-01'),
    ('IE', 12, 'IE-CPNS', 'IE-CPNS', 'OURS-REV1', 'OURS-PREB', '2000-01-01'),
    ('FR', 12, 'FR-ASE', 'FR-ASE', 'OURS-REV1', 'OURS-PREB', '2000-01-01'),
    ('DE', 12, 'DE-HILFEPLAN', 'DE-HILFEPLAN', 'OURS-REV1', 'OURS-PREB', '2000-01-01'),
    ('NL', 12, 'NL-OTS', 'NL-OTS', 'OURS-REV1', 'OURS-PREB', '2000-01-01'),
    ('SE', 12, 'SE-LVU13', 'SE-LVU13', 'OURS-REV1', 'OURS-PREB', '2000-01-01');

create function ended_window(place text, day date) returns interval
    language sql stable as $$
    select make_interval(months => r.ended_months) from public.place_rule r
     where r.place in ($1, split_part($1, '-', 1), 'ANY') and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
     order by case r.place when $1 then 0 when 'ANY' then 2 else 1 end
     limit 1
$$;
revoke execute on function ended_window(text, date) from public;
grant execute on function ended_window(text, date) to ${app};

-- Kinds of harm are a code list of the directory now.
alter table guarded.entry drop constraint entry_harms_check;
alter table guarded.entry add check (cardinality(harms) between 1 and 8);
create function guarded.keep_harms() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from unnest(new.harms) asked where not exists (select from harm where code = asked)) then
        raise exception 'a kind of harm that the directory does not know' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_harms before insert or update of harms on guarded.entry for each row execute function guarded.keep_harms();

-- A child who is not born yet, and its birth.
alter table guarded.entry
    add column expected_on date,
    add column born_on date check (born_on is null or expected_on is not null);
alter table guarded.entry_version
    add column expected_on date,
    add column born_on date;
select guard_table('entry', 'select, insert, update');
select guard_table('entry_version', 'select');

create index entry_review_list on guarded.entry (holder, review_due_on, id) where status = 'active';

-- What the holder was reminded of, once for each day that a review is due.
create table guarded.review_reminder (
    entry_id uuid not null references guarded.entry on delete cascade,
    kind     text not null check (kind in ('review-due-soon', 'review-overdue', 'majority-reached')),
    due_on   date not null,
    told_at  timestamptz not null,
    primary key (entry_id, kind, due_on)
);
select guard_table('review_reminder', 'select, insert');

-- Whether the issuer of a document has said, uncontested, that somebody is of age (invariant 6). No finding about an age is.
create function is_of_age(record uuid) returns boolean
    language sql stable as $$
    select exists (select from public.person_tag t
                    where t.record_id = $1 and t.age_state = 'documented' and not t.treated_as_child)
$$;
revoke execute on function is_of_age(uuid) from public;
grant execute on function is_of_age(uuid) to ${app};

-- The job that reminds finds by itself what it then puts on record, one by one.
create function reviews_to_remind(today date, soon date, most int)
    returns table (entry_id uuid, kind text, due_on date)
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select e.id, due.kind, e.review_due_on
      from entry e
      join lateral (
          select case when e.review_due_on < today then 'review-overdue' else 'review-due-soon' end as kind
           where e.review_due_on <= soon) due on true
     where e.status = 'active'
       and not exists (select from review_reminder r
                        where r.entry_id = e.id and r.kind = due.kind and r.due_on = e.review_due_on)
    union all
    select e.id, 'majority-reached', e.started_on
      from public.person_tag t join entry e on e.person_record_id = t.record_id
     where t.age_state = 'documented' and not t.treated_as_child and e.status = 'active'
       and not exists (select from review_reminder r where r.entry_id = e.id and r.kind = 'majority-reached')
     limit most
$$;
revoke execute on function reviews_to_remind(date, date, int) from public;
grant execute on function reviews_to_remind(date, date, int) to ${app};
create index entry_review_due on guarded.entry (review_due_on) where status = 'active';
