-- What a child says of those who work with it. It goes to supervision, never to the worker; what it says against one who should
-- protect it goes outside the agency, and nobody within learns that there is anything.

create table guarded.feedback_request (
    id               uuid primary key,
    person_record_id uuid not null references guarded.person_key on delete cascade,
    agency           text not null,
    worker           text not null,
    language         text not null check (language in ('en', 'fr', 'de', 'nl', 'pl', 'es', 'it', 'pt', 'ro', 'sv', 'el')),
    outside_agency   text not null references agency,
    asked_by         text not null,
    asked_at         timestamptz not null,
    check (agency <> outside_agency)
);
comment on column guarded.feedback_request.outside_agency is 'Where an allegation goes. Fixed when the child is asked, so that nobody is asked where there is nowhere to go.';
comment on table guarded.feedback_request is 'Whether it was answered is not kept here: who asked could conclude what was said.';
create index feedback_request_person on guarded.feedback_request (person_record_id);
select guard_table('feedback_request', 'select, insert');

create table guarded.feedback (
    id               uuid primary key,
    request_id       uuid not null unique references guarded.feedback_request on delete cascade,
    person_record_id uuid not null references guarded.person_key on delete cascade,
    agency           text not null,
    worker           text not null,
    language         text not null,
    reader           text not null references agency,
    answers          bytea not null,
    given_at         timestamptz not null,
    heard_by         text,
    heard_at         timestamptz,
    version          int not null,
    check ((heard_by is null) = (heard_at is null))
);
comment on column guarded.feedback.reader is 'The only agency that reads it: the worker''s, or of an allegation the one outside.';
comment on column guarded.feedback.answers is 'Encrypted with the key of the child.';
create index feedback_reader on guarded.feedback (reader, given_at desc, id desc);
create index feedback_person on guarded.feedback (person_record_id);
select guard_table('feedback', 'select, insert, update (reader, heard_by, heard_at, version)');

-- Outside the agency is where it stays.
create function guarded.feedback_does_not_come_back() returns trigger language plpgsql as $$
begin
    if old.reader <> old.agency and new.reader <> old.reader then
        raise exception 'an allegation does not come back' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger feedback_does_not_come_back before update on guarded.feedback
    for each row execute function guarded.feedback_does_not_come_back();
