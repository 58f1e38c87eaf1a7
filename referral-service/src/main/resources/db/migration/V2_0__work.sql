-- What agencies still have to do. One table behind every feature: its clocks, reminders and the worklist come from here.
create table guarded.work_item (
    id               uuid primary key,
    kind             text        not null check (kind ~ '^[a-z][a-z-]{2,60}$'),
    reference        uuid        not null,
    person_record_id uuid        not null references guarded.person_key on delete cascade,
    agency           text        not null,
    started_at       timestamptz not null,
    due_at           timestamptz,
    due_rule         text,
    closed_at        timestamptz,
    outcome          text check (outcome ~ '^[a-z][a-z-]{1,60}$'),
    version          integer     not null,
    constraint work_item_due_by_a_rule check ((due_at is null) = (due_rule is null)),
    constraint work_item_due_after_its_start check (due_at > started_at),
    constraint work_item_closed_with_an_outcome check ((closed_at is null) = (outcome is null))
);
comment on column guarded.work_item.kind is 'What is to do; it says which resource the reference names';
comment on column guarded.work_item.person_record_id is 'Of the agency that owns the record; never shown with the item';
comment on column guarded.work_item.due_rule is 'The rule and the version of the rule document that gave due_at';
create unique index work_item_open on guarded.work_item (reference, kind, agency) where closed_at is null;
create index work_item_person on guarded.work_item (person_record_id);
create index work_item_due on guarded.work_item (agency, due_at, id) where closed_at is null;

-- What is done stays done.
create function guarded.work_item_closed_once() returns trigger language plpgsql as $$
begin
    raise exception 'Work that is closed does not change' using errcode = 'check_violation';
end $$;
create trigger work_item_closed_once before update on guarded.work_item
    for each row when (old.closed_at is not null) execute function guarded.work_item_closed_once();

select guard_table('work_item', 'select, insert, update (agency, started_at, due_at, due_rule, closed_at, outcome, version)');

-- Everything about a child hangs on the key of its texts: with the key it all goes.
alter table guarded.referral add constraint referral_about_a_child
    foreign key (person_record_id) references guarded.person_key on delete cascade;
create index referral_person on guarded.referral (person_record_id);

-- Referrals that wait when this comes in are work like those that follow.
insert into guarded.work_item (id, kind, reference, person_record_id, agency, started_at, due_at, due_rule, version)
    select gen_random_uuid(), 'referral-decision', id, person_record_id, to_agency, sent_at, due_at, due_rule, 0
    from guarded.referral where status = 'SENT';

-- Work that waits keeps its child.
create or replace function holds_active(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from work_item where person_record_id = record and closed_at is null)
$$;

create or replace function erase_person(record uuid) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if public.holds_active(record) then
        return false;
    end if;
    delete from person_key where person_record_id = record;
    return true;
end $$;
