-- Referral of somebody who may have been trafficked: act, means and purpose (Palermo Protocol, article 3), first responder,
-- local authority, and the decisions of the competent authority with their clocks. What is written lies encrypted in `form`.

create table guarded.trafficking_referral (
    id                  uuid primary key,
    person_record_id    uuid        not null references guarded.person_key on delete cascade,
    from_agency         text        not null check (from_agency <> ''),
    from_country        text        not null check (from_country <> ''),
    status              text        not null check (status in
        ('DRAFT', 'SENT', 'GROUNDS_FOUND', 'GROUNDS_NOT_FOUND', 'CONFIRMED', 'NOT_CONFIRMED')),
    age                 text        check (age in ('CHILD', 'NOT_SURE', 'ADULT')),
    local_authority     text        references agency,
    competent_authority text        references agency,
    form                bytea       not null,
    started_by          text        not null,
    started_at          timestamptz not null,
    sent_by             text,
    sent_at             timestamptz,
    age_doubt_told      boolean     not null default false,
    received_by         text,
    received_at         timestamptz,
    accommodated        boolean     not null default false,
    safe_plan           bytea,
    safe_plan_by        text,
    safe_plan_at        timestamptz,
    ended_by            text,
    ended_at            timestamptz,
    version             integer     not null,
    constraint trafficking_sent_by_someone check ((sent_by is null) = (sent_at is null)),
    constraint trafficking_draft_or_sent check ((status = 'DRAFT') = (sent_at is null)),
    constraint trafficking_sent_names_local_authority check (status = 'DRAFT' or local_authority is not null),
    constraint trafficking_sent_says_age check (status = 'DRAFT' or age is not null),
    constraint trafficking_received_by_someone check ((received_by is null) = (received_at is null)),
    constraint trafficking_safe_plan_by_someone check (
        (safe_plan is null) = (safe_plan_by is null) and (safe_plan is null) = (safe_plan_at is null)),
    constraint trafficking_accommodation_ends_by_a_safe_plan check (ended_at is null or accommodated and safe_plan is not null),
    constraint trafficking_ended_by_someone check ((ended_by is null) = (ended_at is null))
);
comment on column guarded.trafficking_referral.age is 'As the first responder says it. NOT_SURE is treated as a child.';
comment on column guarded.trafficking_referral.form is 'Encrypted with the key of the person record';
comment on column guarded.trafficking_referral.age_doubt_told is 'Whether identity was told that there is a doubt about the age';
comment on column guarded.trafficking_referral.accommodated is 'Whether it has a plan for accommodation that has not ended';
create index trafficking_from on guarded.trafficking_referral (from_agency, started_at desc, id desc);
create index trafficking_local on guarded.trafficking_referral (local_authority, started_at desc, id desc)
    where status <> 'DRAFT';
create index trafficking_person on guarded.trafficking_referral (person_record_id);

create table guarded.trafficking_decision (
    referral_id      uuid        not null references guarded.trafficking_referral on delete cascade,
    number           integer     not null check (number > 0),
    stage            text        not null check (stage in ('REASONABLE_GROUNDS', 'CONCLUSIVE_GROUNDS')),
    outcome          text        not null check (outcome in ('POSITIVE', 'NEGATIVE')),
    reconsideration  boolean     not null,
    decided_at       timestamptz not null,
    source           bytea,
    reasons          bytea,
    recorded_by      text        not null,
    recorded_agency  text        not null,
    recorded_at      timestamptz not null,
    primary key (referral_id, number),
    constraint decision_before_its_record check (decided_at <= recorded_at)
);
comment on column guarded.trafficking_decision.source is 'Where the referrer has it from; absent where the competent authority records it itself. Encrypted';

create table guarded.trafficking_contact (
    id           uuid primary key,
    referral_id  uuid        not null references guarded.trafficking_referral on delete cascade,
    channel      text        not null check (channel in ('IN_PERSON', 'PHONE', 'MAIL', 'E_MAIL', 'THROUGH_OTHERS')),
    by_agency    text        not null,
    by_person    text        not null,
    at           timestamptz not null
);
comment on table guarded.trafficking_contact is 'That somebody got in touch by a way that was said to be safe.';
create index trafficking_contact_of on guarded.trafficking_contact (referral_id);

-- What was sent stays as it was sent.
create function guarded.trafficking_form_stays() returns trigger language plpgsql as $$
begin
    if new.form <> old.form or new.age is distinct from old.age or new.local_authority is distinct from old.local_authority
        or new.sent_at is distinct from old.sent_at or new.status = 'DRAFT' then
        raise exception 'what was sent stays as it was sent' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger trafficking_form_stays before update on guarded.trafficking_referral
    for each row when (old.status <> 'DRAFT') execute function guarded.trafficking_form_stays();

select guard_table('trafficking_referral', 'select, insert, update (status, age, local_authority, competent_authority, form,'
    || ' sent_by, sent_at, age_doubt_told, received_by, received_at, accommodated, safe_plan, safe_plan_by, safe_plan_at,'
    || ' ended_by, ended_at, version)');
select guard_table('trafficking_decision', 'select, insert');
select guard_table('trafficking_contact', 'select, insert');
