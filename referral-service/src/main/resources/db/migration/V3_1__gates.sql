-- What guidelines demand before a piece of work is closed: each step is done, or overridden with a reason.
create table guarded.gated_work (
    reference        uuid primary key,
    person_record_id uuid        not null references guarded.person_key on delete cascade,
    work             text        not null check (work in ('referral', 'assessment', 'trafficking-referral', 'missing-episode')),
    agency           text        not null,
    place            text        not null,
    rules_version    text        not null,
    begun_at         timestamptz not null
);
comment on table guarded.gated_work is 'Which work began under which guideline; the steps are in the rule document of that version.';
comment on column guarded.gated_work.place is 'A nation in ISO 3166 codes, never a region';
create index gated_work_person on guarded.gated_work (person_record_id);
select guard_table('gated_work', 'select, insert, update (agency, place, rules_version)');

create table guarded.step_record (
    id          uuid primary key,
    reference   uuid        not null references guarded.gated_work on delete cascade,
    code        text        not null check (code ~ '^[A-Z0-9-]{1,64}$'),
    state       text        not null check (state in ('done', 'overridden')),
    reason      bytea,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    constraint step_recorded_once unique (reference, code),
    constraint step_overridden_with_a_reason check ((state = 'overridden') = (reason is not null))
);
comment on column guarded.step_record.reason is 'Encrypted with the key of the person record';
select guard_table('step_record', 'select, insert');
