-- A child is missing, from care or from home: who said so, what is to be done, that it is back, and what it says of it.

-- What is expected while a child is missing, by where it went from: data, so that a country or an agency can have its own.
create table missing_expectation (
    missing_from text not null check (missing_from in ('residential-home', 'foster-care', 'family-home', 'school', 'hospital', 'other')),
    action       text not null check (action ~ '^[a-z-]{3,40}$'),
    place        int  not null,
    due_hours    int  not null check (due_hours between 1 and 720),
    words        text not null,
    primary key (missing_from, action)
);
comment on column missing_expectation.due_hours is 'Hours from the report, by day and by night.';
grant select on missing_expectation to ${app};

insert into missing_expectation (missing_from, action, place, due_hours, words)
select f, action, place, due_hours, words from unnest(array['residential-home', 'foster-care']) f, (values
    ('call-the-child', 1, 1, 'Call and write to the child, and say that nobody is angry'),
    ('search-the-place', 2, 1, 'Look through the house, the garden and the usual places'),
    ('report-to-police', 3, 1, 'Report to the police, and keep the number under which they look for the child'),
    ('tell-family', 4, 4, 'Tell the family, unless the child would be less safe for it'),
    ('raise-alert', 5, 4, 'Raise the alert in the register, or say why there is none'),
    ('judge-risk', 6, 4, 'Judge what the child may be exposed to: exploitation, trafficking, self-harm'),
    ('meet-on-strategy', 7, 72, 'Meet with police, carers and health on how to find the child')) care (action, place, due_hours, words);
insert into missing_expectation (missing_from, action, place, due_hours, words)
select f, action, place, due_hours, words from unnest(array['family-home', 'school', 'hospital', 'other']) f, (values
    ('speak-to-family', 1, 2, 'Speak to the family and friends, unless the child would be less safe for it'),
    ('report-to-police', 2, 1, 'Report to the police, and keep the number under which they look for the child'),
    ('ask-school-and-health', 3, 24, 'Ask school and health services who saw the child last'),
    ('raise-alert', 4, 4, 'Raise the alert in the register, or say why there is none'),
    ('judge-risk', 5, 4, 'Judge what the child may be exposed to, at home too'),
    ('meet-on-strategy', 6, 72, 'Meet with police, school and health on how to find the child')) home (action, place, due_hours, words);

create table guarded.missing_episode (
    id                uuid primary key,
    person_record_id  uuid not null references guarded.person_key on delete cascade,
    agency            text not null,
    country           text not null,
    kind              text not null check (kind in ('missing', 'away-without-authorisation')),
    missing_from      text not null check (missing_from in ('residential-home', 'foster-care', 'family-home', 'school', 'hospital', 'other')),
    last_seen_at      timestamptz not null,
    circumstances     bytea,
    police_reference  text check (length(police_reference) <= 40),
    sis_reference     text check (length(sis_reference) <= 40),
    opened_by         text not null,
    opened_at         timestamptz not null,
    status            text not null check (status in ('open', 'found', 'closed', 'annulled')),
    found_how         text check (found_how in ('came-back', 'found-by-police', 'found-by-carers', 'found-by-family', 'found-by-others', 'died')),
    found_at          timestamptz,
    found_by          text,
    found_note        bytea,
    found_place       bytea,
    place_readers     text[],
    ended_by          text,
    ended_at          timestamptz,
    end_reason        bytea,
    changed_at        timestamptz not null,
    version           int not null,
    check (last_seen_at <= opened_at),
    check ((found_at is null) = (found_by is null) and (found_at is null) = (found_how is null)),
    check ((ended_at is null) = (status in ('open', 'found')) and (ended_at is null) = (ended_by is null)),
    check (status <> 'found' or found_at is not null),
    check ((status = 'annulled') = (end_reason is not null)),
    check ((found_place is null) = (place_readers is null))
);
comment on column guarded.missing_episode.police_reference is 'The number under which the police look; nothing of what they hold is copied.';
comment on column guarded.missing_episode.changed_at is 'Of anything that belongs to the episode, so that its version stands for all of it.';
comment on column guarded.missing_episode.found_place is 'Encrypted; for those in place_readers only.';
create unique index missing_episode_one_open on guarded.missing_episode (person_record_id) where status = 'open';
create index missing_episode_agency on guarded.missing_episode (agency, opened_at desc, id desc);
create index missing_episode_record on guarded.missing_episode (person_record_id);
select guard_table('missing_episode', 'select, insert, update (police_reference, sis_reference, status, found_how, found_at,
    found_by, found_note, found_place, place_readers, ended_by, ended_at, end_reason, changed_at, version)');

-- The second wall behind MissingStatus.
create function guarded.keep_missing_episode() returns trigger language plpgsql as $$
begin
    if old.status in ('closed', 'annulled') or new.status <> old.status and not (
        old.status = 'open' and new.status in ('found', 'annulled') or old.status = 'found' and new.status = 'closed') then
        raise exception 'an episode that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_missing_episode before update on guarded.missing_episode
    for each row execute function guarded.keep_missing_episode();

create table guarded.missing_action (
    id         uuid primary key,
    episode_id uuid not null references guarded.missing_episode on delete cascade,
    action     text not null,
    place      int  not null,
    due_at     timestamptz not null,
    outcome    text check (outcome in ('done', 'not-needed', 'overtaken')),
    reason     bytea,
    done_by    text,
    done_at    timestamptz,
    unique (episode_id, action),
    check ((outcome is null) = (done_by is null) and (outcome is null) = (done_at is null)),
    check (outcome <> 'not-needed' or reason is not null)
);
select guard_table('missing_action', 'select, insert, update (outcome, reason, done_by, done_at)');

create table guarded.missing_conflict (
    episode_id uuid not null references guarded.missing_episode on delete cascade,
    subject    text not null,
    set_by     text not null,
    set_at     timestamptz not null,
    primary key (episode_id, subject)
);
comment on table guarded.missing_conflict is 'Relatives and others of the agency for whom the episode does not exist.';
select guard_table('missing_conflict', 'select, insert');

create table guarded.missing_alert (
    alert_id         uuid primary key,
    person_record_id uuid not null references guarded.person_key on delete cascade,
    agency           text not null,
    raised_at        timestamptz,
    ended_at         timestamptz,
    outcome          text,
    check ((ended_at is null) = (outcome is null))
);
comment on table guarded.missing_alert is 'The register''s alerts for missing children, as the register told of them. Where they were sent stays there.';
create index missing_alert_record on guarded.missing_alert (person_record_id);
select guard_table('missing_alert', 'select, insert, update (raised_at, ended_at, outcome)');

create table guarded.return_interview (
    episode_id  uuid primary key references guarded.missing_episode on delete cascade,
    due_at      timestamptz not null,
    due_rule    text not null,
    status      text not null check (status in ('due', 'offered', 'held', 'refused')),
    offered_at  timestamptz,
    ended_at    timestamptz,
    held_by     text check (held_by in ('advocate', 'independent-visitor', 'voluntary-organisation', 'guardian', 'other-team')),
    reasons     text[],
    words       bytea,
    recorded_by text,
    version     int not null,
    check ((status = 'due') = (offered_at is null)),
    check ((status in ('held', 'refused')) = (ended_at is not null)),
    check ((status = 'held') = (held_by is not null))
);
comment on column guarded.return_interview.words is 'The child''s own, encrypted; also why it did not want to speak.';
select guard_table('return_interview', 'select, insert, update (status, offered_at, ended_at, held_by, reasons, words, recorded_by, version)');

-- What a home, a school, the police or somebody else reports to the agency that is responsible. The text has a key of its own
-- until the agency says which of its children it is about; then it is sealed anew with the child's, and goes with it.
create table guarded.missing_report (
    id               uuid primary key,
    key_id           uuid not null references guarded.person_key on delete cascade,
    person_record_id uuid references guarded.person_key on delete cascade,
    from_agency      text not null,
    to_agency        text not null references agency,
    reported_by      text not null,
    reported_at      timestamptz not null,
    kind             text not null check (kind in ('missing', 'away-without-authorisation')),
    missing_from     text not null check (missing_from in ('residential-home', 'foster-care', 'family-home', 'school', 'hospital', 'other')),
    last_seen_at     timestamptz not null,
    description      bytea not null,
    police_reference text check (length(police_reference) <= 40),
    status           text not null check (status in ('sent', 'taken-on', 'declined')),
    decline_reason   text check (decline_reason in ('not-our-child', 'known-already', 'mistaken')),
    episode_id       uuid references guarded.missing_episode on delete cascade,
    decided_by       text,
    decided_at       timestamptz,
    told_words       bytea,
    told_by          text,
    told_at          timestamptz,
    version          int not null,
    check (from_agency <> to_agency),
    check ((status = 'taken-on') = (episode_id is not null) and (status = 'taken-on') = (person_record_id is not null)),
    check (person_record_id is null or key_id = person_record_id),
    check ((status = 'declined') = (decline_reason is not null)),
    check ((status = 'sent') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    check ((told_at is null) = (told_by is null)),
    check (told_by <> reported_by)
);
comment on column guarded.missing_report.told_words is 'What an unconflicted worker let the reporter know beyond "safe and seen". Encrypted; none: that it stays at that.';
create index missing_report_to on guarded.missing_report (to_agency, reported_at desc, id desc);
create index missing_report_from on guarded.missing_report (from_agency, reported_at desc, id desc);
create index missing_report_episode on guarded.missing_report (episode_id);
select guard_table('missing_report', 'select, insert, update (key_id, person_record_id, description, status, decline_reason,
    episode_id, decided_by, decided_at, told_words, told_by, told_at, version)');

-- The agency has said which child a report is about: the key that its text had until then is destroyed.
create function settle_missing_report(stand_in uuid, record uuid) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if exists (select from missing_report where key_id = stand_in)
        or exists (select from public.person_tag where record_id = stand_in) then
        raise exception 'this key is still needed' using errcode = '42501';
    end if;
    update work_item set person_record_id = record where person_record_id = stand_in and closed_at is null;
    delete from person_key where person_record_id = stand_in;
end $$;
revoke execute on function settle_missing_report(uuid, uuid) from public;
grant execute on function settle_missing_report(uuid, uuid) to ${app};

-- Records that are one child; a record that was never linked is its own.
create function same_child(record uuid) returns setof uuid
    language sql stable as $$
    select record union
    select other.record_id from public.person_tag one join public.person_tag other on other.identity_id = one.identity_id
     where one.record_id = record
$$;
