-- Who is who. This database knows names and births, encrypted in the row, and nothing of risk.
-- A dump shows no name: everything derived from one is a keyed hash.

-- ---- Person records ------------------------------------------------------------------------------------------------

create table guarded.person (
    id               uuid        primary key,
    agency           text        not null check (agency ~ '^[A-Z0-9][A-Z0-9-]{1,63}$'),
    country          text        not null check (country ~ '^[A-Z]{2}$'),
    tag              text        not null unique check (tag ~ '^[A-Za-z0-9_-]{22}$'),
    tag_secret       bytea       not null check (length(tag_secret) = 32),
    wrapped_key      bytea       not null check (length(wrapped_key) > 0),
    demographics     bytea       not null check (length(demographics) > 0),
    external_id_hash text        check (external_id_hash ~ '^[A-Za-z0-9_-]{43}$'),
    version          integer     not null check (version > 0),
    recorded_at      timestamptz not null,
    constraint person_external_id unique (agency, external_id_hash)
);
create index person_of_agency on guarded.person (agency, recorded_at, id);

comment on table guarded.person is 'A person as one agency recorded them. Belongs to that agency.';
comment on column guarded.person.id is 'Random: it tells neither time nor place.';
comment on column guarded.person.tag is 'Pseudonym in the audit log: base64url of the first 128 bits of HMAC-SHA-256(tag_secret, ''tag'').';
comment on column guarded.person.tag_secret is 'Exists only here. Destroying it cuts the audit log loose from the person.';
comment on column guarded.person.wrapped_key is 'Data key of this record alone, wrapped with the key of the service.';
comment on column guarded.person.demographics is 'JSON of names, births, sex and nationalities, encrypted with the data key and bound to id.';
comment on column guarded.person.external_id_hash is 'Keyed hash of the id in the agency''s own system; null for records made by hand.';

select guard_table('person', 'select, insert, update');

create table guarded.person_key (
    key       bytea not null check (length(key) = 16),
    person_id uuid  not null references guarded.person (id),
    primary key (key, person_id)
);

comment on table guarded.person_key is 'By which a search finds the records worth comparing. Only its primary key is ever read.';
comment on column guarded.person_key.key is 'First 128 bits of a keyed hash of one blocking key of the matching engine.';

select guard_table('person_key', 'select, insert');

-- ---- Searches ------------------------------------------------------------------------------------------------------

create table guarded.search (
    id                uuid        primary key,
    actor             text        not null check (actor <> ''),
    agency            text        not null check (agency <> ''),
    demographics_hash bytea       not null check (length(demographics_hash) = 32),
    expires_at        timestamptz not null,
    used_at           timestamptz,
    constraint search_used_in_time check (used_at < expires_at)
);

comment on table guarded.search is 'A search that one new person record may follow: once, in time, by the same person for the same demographics.';
comment on column guarded.search.demographics_hash is 'Keyed hash of what was searched for.';
comment on column guarded.search.used_at is 'When the record was made; null while none was.';

select guard_table('search', 'select, insert, update');

create table guarded.search_candidate (
    handle    uuid primary key,
    search_id uuid not null references guarded.search (id),
    person_id uuid not null references guarded.person (id),
    constraint search_candidate_once unique (search_id, person_id)
);

comment on table guarded.search_candidate is 'Another agency''s record that a search has shown, under a handle that means nothing elsewhere.';

select guard_table('search_candidate', 'select, insert');

create table search_pace (
    actor    text        primary key check (actor <> ''),
    since    timestamptz not null,
    searches integer     not null check (searches > 0)
);

comment on table search_pace is 'Searches of an actor in the current minute, counted for all replicas. Holds nothing about a child.';

grant select, insert, update on search_pace to ${app};

-- ---- Imports -------------------------------------------------------------------------------------------------------

create table guarded.import_report (
    id          uuid        primary key,
    agency      text        not null check (agency <> ''),
    actor       text        not null check (actor <> ''),
    accepted    integer     not null check (accepted >= 0),
    rejected    text        not null check (jsonb_typeof(rejected::jsonb) = 'array'),
    imported_at timestamptz not null
);

comment on table guarded.import_report is 'What became of an import.';
comment on column guarded.import_report.rejected is 'JSON: line, code and detail of each refused line; never a value from it.';

select guard_table('import_report', 'select, insert');
