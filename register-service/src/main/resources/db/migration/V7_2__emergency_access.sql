-- Break-glass (architecture, invariant 11): opened by one person for 30 minutes, reviewed by another afterwards.
create table guarded.emergency_access (
    id               uuid primary key,
    entry_id         uuid references guarded.entry on delete cascade,
    bound_at         timestamptz,
    opened_by        text not null,
    opener_name      text not null,
    agency           text not null,
    country          text not null,
    wrapped_key      bytea not null,
    reason           bytea not null,
    opened_at        timestamptz not null,
    expires_at       timestamptz not null,
    opened_on        date not null,
    day_no           int not null check (day_no > 0),
    readings         int not null default 0 check (readings >= 0),
    review_by        text not null,
    review_due_on    date not null,
    review_due_until timestamptz not null,
    escalated_at     timestamptz,
    escalated_to     text,
    reviewed_at      timestamptz,
    version          int not null,
    unique (opened_by, opened_on, day_no),
    check (expires_at = opened_at + interval '30 minutes'),
    check ((entry_id is null) = (bound_at is null)),
    check (bound_at is null or bound_at between opened_at and expires_at),
    check (escalated_to is null or escalated_at is not null),
    check (review_due_until > opened_at)
);
comment on column guarded.emergency_access.entry_id is 'The one child, once it is named; it does not change.';
comment on column guarded.emergency_access.reason is 'Encrypted with the data key of this row.';
comment on column guarded.emergency_access.day_no is 'From the second of one person on one day another agency reviews.';
create index emergency_access_reviewer on guarded.emergency_access (review_by, opened_at desc, id);
create index emergency_access_escalated on guarded.emergency_access (escalated_to, opened_at desc, id) where escalated_to is not null;
create index emergency_access_opener on guarded.emergency_access (opened_by, opened_at);
create index emergency_access_agency on guarded.emergency_access (agency, opened_at);
create index emergency_access_entry on guarded.emergency_access (entry_id) where entry_id is not null;
create index emergency_access_unreviewed on guarded.emergency_access (review_due_until)
    where reviewed_at is null and escalated_at is null;
select guard_table('emergency_access', 'select, insert, update');

create table guarded.emergency_review (
    access_id       uuid primary key references guarded.emergency_access on delete cascade,
    outcome         text not null check (outcome in ('justified', 'not-justified', 'needs-follow-up')),
    wrapped_key     bytea not null,
    reason          bytea not null,
    reviewed_by     text not null,
    reviewer_agency text not null,
    reviewed_at     timestamptz not null
);
comment on table guarded.emergency_review is 'One for each access: of two at once one fails.';
select guard_table('emergency_review', 'select, insert, update (wrapped_key)');

create function guarded.keep_emergency_access() returns trigger language plpgsql as $$
begin
    if (new.opened_by, new.agency, new.opened_at, new.expires_at, new.day_no, new.review_by)
            is distinct from (old.opened_by, old.agency, old.opened_at, old.expires_at, old.day_no, old.review_by)
            or old.entry_id is not null and new.entry_id is distinct from old.entry_id
            or old.reviewed_at is not null and new.reviewed_at is distinct from old.reviewed_at then
        raise exception 'an emergency access covers one child, for as long as it said' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_emergency_access before update on guarded.emergency_access
    for each row execute function guarded.keep_emergency_access();

create function guarded.keep_unconflicted() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if exists (select from emergency_access where id = new.access_id and (opened_by = new.reviewed_by
            or new.reviewer_agency not in (review_by, coalesce(escalated_to, review_by)))) then
        raise exception 'another person of the reviewing agency reviews an emergency access' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_unconflicted before insert on guarded.emergency_review
    for each row execute function guarded.keep_unconflicted();

-- The job that watches the reviews finds by itself what it then puts on record, one by one.
create function overdue_emergency_reviews(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from emergency_access
     where reviewed_at is null and escalated_at is null and review_due_until <= now()
     order by review_due_until limit most
$$;
revoke execute on function overdue_emergency_reviews(int) from public;
grant execute on function overdue_emergency_reviews(int) to ${app};
