-- Private queries: how often somebody asked, and what an agency asked of late.

create table private_query_count (
    scope  text        not null check (scope in ('PERSON', 'AGENCY', 'CASE')),
    holder bytea       not null check (length(holder) = 32),
    since  timestamptz not null,
    asked  integer     not null check (asked > 0),
    primary key (scope, holder)
);
comment on table private_query_count is 'Private queries in the current hour or day, counted for all replicas. Holds nothing about a child.';
comment on column private_query_count.holder is 'Keyed hash of the person, the agency, or the agency and its case.';
grant select, insert, update on private_query_count to ${app};

create table recent_question (
    id          uuid        primary key,
    agency      text        not null check (agency <> ''),
    actor       text        not null check (actor <> ''),
    case_hash   bytea       not null check (length(case_hash) = 32),
    epoch       text        not null check (epoch <> ''),
    wrapped_key bytea       not null check (length(wrapped_key) > 0),
    encodings   bytea       not null check (length(encodings) > 0),
    expires_at  timestamptz not null
);
create index recent_question_of_agency on recent_question (agency, epoch, expires_at);
create index recent_question_expired on recent_question (expires_at);

comment on table recent_question is 'What an agency asked of late, so that asking about one child again and again shows. Deleted within a day.';
comment on column recent_question.case_hash is 'Keyed hash of agency and case: within one case the same child may be asked about again.';
comment on column recent_question.encodings is 'Encrypted with a data key of its own, bound to id.';
grant select, insert, delete on recent_question to ${app};
