-- How old somebody is taken to be, as a chain of moves that are only ever added. The last one is where it stands; a record
-- without any is of somebody who says that they are a child. Whatever it is, it ends no protection.

create table age_transition (
    from_state text not null,
    to_state   text not null,
    mover      text not null check (mover in ('WORKER', 'SUPERVISOR', 'ANYONE')),
    needs      text not null check (needs in ('NOTHING', 'ISSUER', 'SAFEGUARDS', 'SECOND_PERSON')),
    primary key (from_state, to_state),
    check (from_state <> to_state)
);
comment on table age_transition is 'Every move there is: who makes it, and what it needs. ANYONE is whoever has a right to know of the child.';

insert into age_transition (from_state, to_state, mover, needs) values
    ('UNDOCUMENTED_CLAIMED_CHILD', 'DOCUMENTED',                 'WORKER',     'ISSUER'),
    ('UNDOCUMENTED_CLAIMED_CHILD', 'DOUBT_RAISED',               'WORKER',     'NOTHING'),
    ('DOCUMENTED',                 'DOUBT_RAISED',               'WORKER',     'NOTHING'),
    ('DOCUMENTED',                 'DISPUTED',                   'ANYONE',     'NOTHING'),
    ('DOUBT_RAISED',               'UNDOCUMENTED_CLAIMED_CHILD', 'SUPERVISOR', 'NOTHING'),
    ('DOUBT_RAISED',               'DOCUMENTED',                 'SUPERVISOR', 'ISSUER'),
    ('DOUBT_RAISED',               'ASSESSMENT_PENDING',         'SUPERVISOR', 'NOTHING'),
    ('ASSESSMENT_PENDING',         'ASSESSED_CHILD',             'WORKER',     'SAFEGUARDS'),
    ('ASSESSMENT_PENDING',         'ASSESSED_ADULT',             'WORKER',     'SAFEGUARDS'),
    ('ASSESSMENT_PENDING',         'ASSESSED_INCONCLUSIVE',      'WORKER',     'SAFEGUARDS'),
    ('ASSESSED_CHILD',             'DOCUMENTED',                 'SUPERVISOR', 'ISSUER'),
    ('ASSESSED_CHILD',             'DISPUTED',                   'ANYONE',     'NOTHING'),
    ('ASSESSED_INCONCLUSIVE',      'ASSESSMENT_PENDING',         'SUPERVISOR', 'NOTHING'),
    ('ASSESSED_INCONCLUSIVE',      'DISPUTED',                   'ANYONE',     'NOTHING'),
    ('ASSESSED_ADULT',             'ASSESSED_ADULT_FINAL',       'SUPERVISOR', 'SECOND_PERSON'),
    ('ASSESSED_ADULT',             'DISPUTED',                   'ANYONE',     'NOTHING'),
    ('ASSESSED_ADULT',             'APPEAL_PENDING',             'ANYONE',     'NOTHING'),
    ('ASSESSED_ADULT_FINAL',       'DISPUTED',                   'ANYONE',     'NOTHING'),
    ('ASSESSED_ADULT_FINAL',       'APPEAL_PENDING',             'ANYONE',     'NOTHING'),
    ('DISPUTED',                   'ASSESSMENT_PENDING',         'SUPERVISOR', 'NOTHING'),
    ('DISPUTED',                   'APPEAL_PENDING',             'ANYONE',     'NOTHING'),
    ('APPEAL_PENDING',             'ASSESSMENT_PENDING',         'SUPERVISOR', 'NOTHING'),
    ('APPEAL_PENDING',             'ASSESSED_CHILD',             'SUPERVISOR', 'NOTHING'),
    ('APPEAL_PENDING',             'ASSESSED_ADULT',             'SUPERVISOR', 'SAFEGUARDS');
grant select on age_transition to ${app};

create table guarded.age_move (
    record_id           uuid        not null references guarded.person (id) on delete cascade,
    version             integer     not null check (version > 0),
    from_state          text        not null,
    to_state            text        not null,
    moved_by            text        not null check (moved_by <> ''),
    agency              text        not null check (agency <> ''),
    moved_at            timestamptz not null,
    age_from            integer     check (age_from between 0 and 120),
    age_to              integer     check (age_to between 0 and 120),
    method              text        check (method in ('DOCUMENTS', 'HOLISTIC', 'PSYCHOLOGICAL', 'MEDICAL_NON_RADIOLOGICAL',
                                                      'MEDICAL_RADIOLOGICAL', 'NONE')),
    guardian_present    boolean     not null,
    interpreter         boolean     not null,
    least_intrusive     boolean     not null,
    multidisciplinary   boolean     not null,
    issuer_verified     boolean     not null,
    handed_over         boolean     not null,
    indicator           boolean     not null,
    wrapped_key         bytea       check (length(wrapped_key) > 0),
    note                bytea       check (length(note) > 0),
    primary key (record_id, version),
    foreign key (from_state, to_state) references age_transition,
    constraint age_move_range check (age_from <= age_to and (age_from is null) = (age_to is null)),
    constraint age_move_lowest_counts_child check (to_state <> 'ASSESSED_CHILD' or age_from is null or age_from < 18),
    constraint age_move_lowest_counts_adult check (
        to_state not in ('ASSESSED_ADULT', 'ASSESSED_ADULT_FINAL') or (age_from is not null and age_from >= 18)),
    constraint age_move_safeguards check (
        not (from_state = 'ASSESSMENT_PENDING' or from_state = 'APPEAL_PENDING' and to_state = 'ASSESSED_ADULT')
        or (guardian_present and interpreter and least_intrusive and multidisciplinary
            and method is not null and method <> 'NONE' and age_from is not null)),
    constraint age_move_documented check (
        to_state <> 'DOCUMENTED' or (issuer_verified and not handed_over and not indicator)),
    constraint age_move_note_sealed check ((note is null) = (wrapped_key is null))
);
comment on table guarded.age_move is 'Each move of a record''s age status. Several records of one child each have their own, so that unlinking them parts these too.';
comment on column guarded.age_move.age_from is 'The lowest age of the range, which counts.';
comment on column guarded.age_move.interpreter is 'That one was there, or none was needed.';
comment on column guarded.age_move.indicator is 'That there was an indicator of trafficking. Never a count, and no verdict.';

create function guarded.age_move_follows() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    last age_move%rowtype;
begin
    select * into last from age_move where record_id = new.record_id order by version desc limit 1;
    if new.version <= coalesce(last.version, 0) then
        raise exception 'somebody else moved this age status first' using errcode = 'unique_violation';
    elsif new.version <> coalesce(last.version, 0) + 1
        or new.from_state <> coalesce(last.to_state, 'UNDOCUMENTED_CLAIMED_CHILD') then
        raise exception 'an age status goes on from where it stands' using errcode = 'check_violation';
    elsif new.to_state = 'ASSESSED_ADULT_FINAL' and new.moved_by = last.moved_by then
        raise exception 'who assessed an adult does not make it final' using errcode = 'check_violation';
    elsif new.to_state = 'DOCUMENTED'
        and exists (select from age_move where record_id = new.record_id and (handed_over or indicator)) then
        raise exception 'contested papers document nothing' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger age_move_follows before insert on guarded.age_move
    for each row execute function guarded.age_move_follows();

create function guarded.age_move_stays() returns trigger language plpgsql as $$
begin
    raise exception 'moves of an age status are only added' using errcode = '42501';
end $$;
create trigger age_move_stays before update on guarded.age_move
    for each row execute function guarded.age_move_stays();

select guard_table('age_move', 'select, insert');
