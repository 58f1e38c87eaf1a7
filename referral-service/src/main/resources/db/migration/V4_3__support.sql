-- The least that every child gets, and what it wants for itself.

-- Which support belongs to the minimum, by country: data, to be changed without a release. ANY holds everywhere.
create table support_package (
    country  text    not null check (country ~ '^(ANY|[A-Z]{2}(-[A-Z0-9]{1,3})?)$'),
    code     text    not null check (code ~ '^[a-z][a-z-]{2,40}$'),
    name     text    not null,
    basis    text    not null,
    position integer not null,
    primary key (country, code)
);
comment on table support_package is 'The minimum package of support (C13). A place has what ANY names, what its country names and what is named for itself';
comment on column support_package.basis is 'Where it comes from. To be confirmed with counsel before anything is decided by it';
grant select, insert, update on support_package to ${app};

insert into support_package (country, code, name, basis, position) values
    ('ANY', 'safe-accommodation', 'A safe place to live, fit for the child''s age or unknown age', 'Directive 2011/36/EU, art. 11(5), 14(1)', 10),
    ('ANY', 'named-worker', 'A worker whom the child knows by name', 'good practice', 20),
    ('ANY', 'safety-plan', 'A plan for the child''s safety, with the child', 'Directive 2011/36/EU, art. 14(1)', 30),
    ('ANY', 'health-care', 'Medical care', 'Convention on the Rights of the Child, art. 24', 40),
    ('ANY', 'psychological-help', 'Psychological help', 'Convention on the Rights of the Child, art. 39', 50),
    ('ANY', 'legal-advice', 'Free legal advice', 'Directive 2011/36/EU, art. 15(2)', 60),
    ('ANY', 'guardian', 'A guardian or representative, where no parent can be one', 'Directive 2011/36/EU, art. 14(2), 16(3)', 70),
    ('ANY', 'interpreter', 'An interpreter, where one is needed', 'Directive 2011/36/EU, art. 11(5)', 80),
    ('ANY', 'education', 'School or training', 'Convention on the Rights of the Child, art. 28; Directive 2011/36/EU, art. 14(1)', 90),
    ('ANY', 'subsistence', 'Food, clothes and pocket money', 'Directive 2011/36/EU, art. 11(5)', 100),
    ('ANY', 'rights-in-plain-words', 'The child''s rights told in plain words', 'Convention on the Rights of the Child, art. 12, 42', 110),
    ('GB', 'trafficking-guardian', 'An independent child trafficking guardian, where trafficking is suspected', 'Modern Slavery Act 2015, s. 48', 120),
    ('FR', 'ad-hoc-administrator', 'Un administrateur ad hoc, for an unaccompanied child', 'code de procedure penale, art. 706-50', 120),
    ('DE', 'vormund', 'Ein Vormund, for an unaccompanied child', 'SGB VIII, par. 42a(3), 88a(4)', 120),
    ('IT', 'volunteer-guardian', 'Un tutore volontario, for an unaccompanied child', 'legge 47/2017, art. 11', 120),
    ('NL', 'nidos-guardian', 'Een voogd van Nidos, for an unaccompanied child', 'BW 1:253r, 1:302', 120);

create table guarded.support_step (
    id               uuid primary key,
    person_record_id uuid        not null references guarded.person_key on delete cascade,
    referral_id      uuid        not null references guarded.referral on delete cascade,
    item             text        not null,
    state            text        not null check (state in ('PLANNED', 'IN_PLACE', 'REFUSED', 'ENDED')),
    reason           bytea,
    agency           text        not null,
    recorded_by      text        not null,
    recorded_at      timestamptz not null,
    constraint support_refused_with_a_reason check (state not in ('REFUSED', 'ENDED') or reason is not null)
);
comment on table guarded.support_step is 'How an item of the package stood from then on; the latest counts, and none is changed';
comment on column guarded.support_step.reason is 'Encrypted with the key of the child''s record';
create index support_step_child on guarded.support_step (person_record_id, recorded_at);
select guard_table('support_step', 'select, insert');

create table guarded.recovery_goal (
    id               uuid primary key,
    person_record_id uuid        not null references guarded.person_key on delete cascade,
    referral_id      uuid        not null references guarded.referral on delete cascade,
    goal             bytea       not null,
    child_words      bytea,
    agency           text        not null,
    set_by           text        not null,
    set_at           timestamptz not null
);
comment on column guarded.recovery_goal.goal is 'Encrypted with the key of the child''s record';
comment on column guarded.recovery_goal.child_words is 'What the child says of it. Encrypted with the key of the child''s record';
create index recovery_goal_child on guarded.recovery_goal (person_record_id, set_at desc, id desc);
select guard_table('recovery_goal', 'select, insert');

create table guarded.goal_progress (
    id          uuid primary key,
    goal_id     uuid        not null references guarded.recovery_goal on delete cascade,
    state       text        not null check (state in ('BEGUN', 'GETTING_BETTER', 'STUCK', 'REACHED', 'SET_ASIDE')),
    note        bytea       not null,
    child_words bytea,
    agency      text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null
);
comment on column guarded.goal_progress.note is 'Encrypted with the key of the child''s record';
comment on column guarded.goal_progress.child_words is 'Encrypted with the key of the child''s record';
create index goal_progress_goal on guarded.goal_progress (goal_id, recorded_at);
select guard_table('goal_progress', 'select, insert');
