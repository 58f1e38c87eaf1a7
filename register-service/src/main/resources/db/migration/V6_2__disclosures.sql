-- What is told, to whom, on what ground: at once by agreement or by the holder's decision, section by section, and taken back.

insert into legal_basis values
    ('vital-interests', 'Regulation (EU) 2016/679', '6(1)(d), 49(1)(f)', false, false, false, '2018-05-25', null, 'OURS-DANGER', 24, 'HOUR', false, true);

alter table guarded.disclosure
    alter column agreement drop not null,
    add column article text,
    add column given_by text check (given_by in ('agreement', 'holder')),
    add column sections text[] not null default '{}',
    add column clock_rule text not null default 'EU-80' check (clock_rule ~ '^[A-Z0-9-]{1,40}$'),
    add column due_until timestamptz,
    add column reminded_at timestamptz,
    add column overdue_at timestamptz,
    drop constraint disclosure_status_check,
    drop constraint disclosure_check2,
    drop constraint disclosure_check3;
update guarded.disclosure set due_until = (due_on + 1)::timestamp at time zone 'UTC';
update guarded.disclosure set sections = '{measure,risk,summary}', given_by = 'holder' where status = 'accepted';
alter table guarded.disclosure
    alter column due_until set not null,
    alter column clock_rule drop default,
    add constraint disclosure_status check (status in ('requested', 'accepted', 'refused', 'revoked')),
    add constraint disclosure_reason check ((status in ('refused', 'revoked')) = (reason is not null)),
    add constraint disclosure_sections check ((status = 'accepted') = (cardinality(sections) > 0)
        and sections <@ array ['measure', 'risk', 'summary', 'plan-summary', 'contacts', 'safe-contact-rules']),
    add constraint disclosure_by_agreement check (given_by is distinct from 'agreement' or agreement is not null
        and sections <@ array ['measure', 'risk', 'summary']),
    add constraint disclosure_given check (status <> 'accepted' or given_by is not null),
    add constraint disclosure_overdue check (overdue_at is null or due_until <= overdue_at);
comment on column guarded.disclosure.agreement is 'Null within one country, where its own law is the basis.';
comment on column guarded.disclosure.sections is 'What the asker reads now; disclosure_decision has how that came about.';
create index disclosure_to_watch on guarded.disclosure (due_until) where status = 'requested';
select guard_table('disclosure', 'select, insert, update');

create or replace function guarded.keep_decided() returns trigger language plpgsql as $$
begin
    if old.status <> new.status and not (
            old.status = 'requested' and new.status in ('accepted', 'refused')
            or old.status = 'accepted' and new.status = 'revoked'
            or old.status in ('revoked', 'refused') and new.status = 'accepted') then
        raise exception 'a disclosure does not go from % to %', old.status, new.status using errcode = '23514';
    end if;
    return new;
end $$;

-- Every decision about a request, each with what it let the asker read, and on what ground.
create table guarded.disclosure_decision (
    id            uuid primary key,
    disclosure_id uuid not null references guarded.disclosure on delete cascade,
    number        int not null check (number > 0),
    decision      text not null check (decision in ('accept', 'refuse', 'change', 'revoke', 'share-again', 'by-agreement')),
    sections      text[] not null,
    reason        text check (reason ~ '^[a-z-]{1,40}$'),
    legal_basis   text not null,
    article       text,
    purpose       text not null,
    agreement     text,
    recipient     text not null,
    wrapped_key   bytea,
    necessity     bytea,
    decided_by    text not null,
    decided_at    timestamptz not null,
    unique (disclosure_id, number),
    check ((wrapped_key is null) = (necessity is null)),
    check ((decision in ('refuse', 'revoke')) = (reason is not null)),
    check ((decision in ('refuse', 'revoke')) = (cardinality(sections) = 0)),
    check (decision not in ('accept', 'change', 'share-again') or necessity is not null)
);
comment on column guarded.disclosure_decision.necessity is 'Why the asker needs it. Encrypted with the data key of this row.';
select guard_table('disclosure_decision', 'select, insert');
grant update (wrapped_key) on public.disclosure_decision to ${app};

create table guarded.entry_section (
    id          uuid primary key,
    entry_id    uuid not null references guarded.entry on delete cascade,
    section     text not null check (section in ('plan-summary', 'contacts', 'safe-contact-rules')),
    wrapped_key bytea not null,
    content     bytea not null,
    written_by  text not null,
    written_at  timestamptz not null,
    version     int not null,
    unique (entry_id, section)
);
comment on column guarded.entry_section.content is 'Encrypted with the data key of this row.';
select guard_table('entry_section', 'select, insert, update');

-- The decision not to share is a record too, whether or not anybody has asked (domain F7).
create table guarded.withholding (
    id           uuid primary key,
    entry_id     uuid not null references guarded.entry on delete cascade,
    agency       text not null references agency,
    from_country text check (from_country ~ '^[A-Z]{2}$'),
    from_agency  text references agency,
    sections     text[] not null check (cardinality(sections) > 0
        and sections <@ array ['measure', 'risk', 'summary', 'plan-summary', 'contacts', 'safe-contact-rules']),
    reason       text not null check (reason ~ '^[a-z-]{1,40}$'),
    wrapped_key  bytea not null,
    reasoning    bytea not null,
    decided_by   text not null,
    decider_name text not null,
    decided_at   timestamptz not null,
    ended_by     text,
    ended_at     timestamptz,
    version      int not null,
    check (from_country is null or from_agency is null),
    check ((ended_by is null) = (ended_at is null))
);
comment on table guarded.withholding is 'With neither country nor agency: with nobody.';
comment on column guarded.withholding.reasoning is 'Encrypted with the data key of this row.';
create index withholding_agency on guarded.withholding (agency, decided_at desc, id);
create index withholding_entry on guarded.withholding (entry_id);
select guard_table('withholding', 'select, insert, update');

create function guarded.keep_withholding() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null and to_jsonb(new) - 'wrapped_key' <> to_jsonb(old) - 'wrapped_key'
            or to_jsonb(new) - '{wrapped_key,ended_by,ended_at,version}'::text[]
            <> to_jsonb(old) - '{wrapped_key,ended_by,ended_at,version}'::text[] then
        raise exception 'a decision not to share stays as it was made; it only ends, once' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_withholding before update on guarded.withholding
    for each row execute function guarded.keep_withholding();

-- Four fifths of the time gone: the holder is reminded; all of it: its central authority is told.
create function disclosures_to_remind(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from disclosure
     where status = 'requested' and reminded_at is null and due_until > now()
       and due_until - (due_until - asked_at) / 5 <= now()
     order by due_until limit most
$$;
create function overdue_disclosures(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select id from disclosure
     where status = 'requested' and overdue_at is null and due_until <= now()
     order by due_until limit most
$$;
revoke execute on function disclosures_to_remind(int), overdue_disclosures(int) from public;
grant execute on function disclosures_to_remind(int), overdue_disclosures(int) to ${app};
