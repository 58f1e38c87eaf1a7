-- The model of matching: every version that was ever proposed, and which one was in use when.

create table model_training (
    id          uuid        primary key,
    asked_by    text        not null check (asked_by <> ''),
    asked_at    timestamptz not null,
    finished_at timestamptz,
    outcome     text        check (outcome in ('PROPOSED', 'TOO_FEW_PEOPLE', 'FAILED')),
    constraint model_training_finished_somehow check ((finished_at is null) = (outcome is null))
);
create unique index model_training_one_at_a_time on model_training ((true)) where finished_at is null;
comment on table model_training is 'That somebody asked for a new version of the model. Nothing is ever trained by itself.';
grant select, insert, update (finished_at, outcome) on model_training to ${app};

create table model_version (
    version     text        primary key check (version ~ '^[A-Za-z0-9._-]{1,80}$'),
    parameters  text        not null check (parameters <> ''),
    frequencies bytea       not null,
    births      text        not null,
    people      bigint      not null check (people > 1),
    sampled     integer     not null check (sampled > 1),
    verdicts    integer     not null check (verdicts >= 0),
    figures     text        not null check (jsonb_typeof(figures::jsonb) = 'object'),
    proposed_by text        not null check (proposed_by <> ''),
    proposed_at timestamptz not null
);
comment on table model_version is 'A version of the model, never changed: every explanation names the one that made it.';
comment on column model_version.parameters is 'As ParametersText writes them.';
comment on column model_version.frequencies is 'How common names are: counts under keyed hashes, which name nobody.';
comment on column model_version.births is 'Days that are claimed more often than children are born on them, with their share.';
comment on column model_version.sampled is 'Of so many people the odds were learnt; frequencies are of all.';
comment on column model_version.verdicts is 'Of so many decisions of people the odds were learnt; others were held back to judge by.';
comment on column model_version.figures is 'How this version and the one then in use judge the same pairs.';
grant select, insert on model_version to ${app};

create table model_activation (
    order_no     bigint      primary key generated always as identity,
    version      text        not null references model_version,
    activated_by text        not null check (activated_by <> ''),
    activated_at timestamptz not null
);
comment on table model_activation is 'Which version came into use when: the last one is in use. None: the one that the program brings.';
grant select, insert on model_activation to ${app};

-- The second wall behind ActivatingModel.
create function activated_by_a_second_person() returns trigger language plpgsql as $$
begin
    if exists (select from model_version where version = new.version and proposed_by = new.activated_by) then
        raise exception 'A model is activated by another person than the one who asked for it' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger activated_by_a_second_person before insert on model_activation
    for each row execute function activated_by_a_second_person();
