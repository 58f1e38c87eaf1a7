-- One multi-agency assessment of a child: a section of each agency, each in versions that are only ever added.

create table guarded.assessment (
    id               uuid primary key,
    person_record_id uuid        not null references guarded.person_key on delete cascade,
    agency           text        not null check (agency <> ''),
    country          text        not null check (country <> ''),
    status           text        not null check (status in ('OPEN', 'APPROVED', 'CLOSED')),
    edition          integer     not null check (edition > 0),
    opened_at        timestamptz not null,
    version          integer     not null
);
comment on column guarded.assessment.agency is 'The child protection agency that leads it; the record is its own.';
comment on column guarded.assessment.edition is 'The one that is worked on; those before stay as they were.';
-- Of linked records only one has an open assessment: who opens one looks at the others under a lock. This is the wall behind it.
create unique index assessment_one_open on guarded.assessment (person_record_id) where status <> 'CLOSED';
create index assessment_led on guarded.assessment (agency, opened_at desc, id desc);

create table guarded.assessment_edition (
    assessment_id uuid        not null references guarded.assessment on delete cascade,
    number        integer     not null check (number > 0),
    reason        bytea       not null,
    opened_by     text        not null,
    opened_at     timestamptz not null,
    due_at        timestamptz,
    due_rule      text,
    approved_by   text,
    approved_at   timestamptz,
    closed_by     text,
    closed_at     timestamptz,
    primary key (assessment_id, number),
    constraint assessment_due_by_a_rule check ((due_at is null) = (due_rule is null)),
    constraint assessment_approved_by_someone check ((approved_by is null) = (approved_at is null)),
    constraint assessment_closed_by_someone check ((closed_by is null) = (closed_at is null)),
    constraint assessment_closed_when_approved check (closed_at is null or approved_at is not null),
    constraint assessment_approved_by_another check (approved_by <> opened_by)
);

create table guarded.assessment_section (
    id            uuid primary key,
    assessment_id uuid        not null,
    edition       integer     not null,
    agency        text        not null check (agency <> ''),
    written       integer     not null check (written >= 0),
    signed_by     text,
    signed_at     timestamptz,
    dissent       bytea,
    late_reason   bytea,
    version       integer     not null,
    unique (assessment_id, edition, agency),
    foreign key (assessment_id, edition) references guarded.assessment_edition on delete cascade,
    constraint section_signed_by_someone check ((signed_by is null) = (signed_at is null)),
    constraint section_signed_as_written check (signed_at is null or written > 0),
    constraint section_dissent_is_signed check (dissent is null or signed_at is not null),
    constraint section_late_or_signed check (late_reason is null or signed_at is null)
);
comment on column guarded.assessment_section.written is 'Number of the last version; 0 before anything is written.';
create index assessment_section_of on guarded.assessment_section (agency, assessment_id);

create table guarded.assessment_section_version (
    section_id uuid        not null references guarded.assessment_section on delete cascade,
    number     integer     not null check (number > 0),
    content    bytea       not null,
    written_by text        not null,
    written_at timestamptz not null,
    primary key (section_id, number)
);
comment on column guarded.assessment_section_version.content is 'Encrypted with the key of the person record';

-- What is signed stays as it is, and the versions of a section follow each other.
create function guarded.assessment_section_open() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    section assessment_section%rowtype;
begin
    select * into section from assessment_section where id = new.section_id for update;
    if section.signed_at is not null then
        raise exception 'a section that is signed is not written' using errcode = 'check_violation';
    elsif new.number <> 1 + (select count(*) from assessment_section_version where section_id = new.section_id) then
        raise exception 'versions of a section follow each other' using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger assessment_section_open before insert on guarded.assessment_section_version
    for each row execute function guarded.assessment_section_open();

-- Nobody approves what they wrote themselves, whoever writes to this table.
create function guarded.assessment_not_own_work() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if exists (select from assessment_section s join assessment_section_version v on v.section_id = s.id
        where s.assessment_id = new.assessment_id and s.edition = new.number
        and new.approved_by in (v.written_by, s.signed_by)) then
        raise exception 'an author does not approve' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger assessment_not_own_work before update on guarded.assessment_edition
    for each row when (new.approved_by is not null) execute function guarded.assessment_not_own_work();

create function guarded.assessment_edition_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a closed edition stays as it is' using errcode = 'check_violation';
end $$;
create trigger assessment_edition_stays before update on guarded.assessment_edition
    for each row when (old.closed_at is not null) execute function guarded.assessment_edition_stays();

select guard_table('assessment', 'select, insert, update (status, edition, version)');
select guard_table('assessment_edition', 'select, insert, update (approved_by, approved_at, closed_by, closed_at)');
select guard_table('assessment_section', 'select, insert, update (written, signed_by, signed_at, dissent, late_reason, version)');
select guard_table('assessment_section_version', 'select, insert');
