-- A document handed over by another, or an indicator of trafficking, is recorded also where there is a doubt already: else
-- the papers would be uncontested when they are verified.
alter table age_transition drop constraint age_transition_check;
alter table age_transition drop constraint age_transition_needs_check;
alter table age_transition
    add constraint age_transition_needs_check check (needs in ('NOTHING', 'ISSUER', 'SAFEGUARDS', 'SECOND_PERSON', 'INDICATOR')),
    add constraint age_transition_moves check (from_state <> to_state or needs = 'INDICATOR');
insert into age_transition (from_state, to_state, mover, needs) values ('DOUBT_RAISED', 'DOUBT_RAISED', 'WORKER', 'INDICATOR');
alter table guarded.age_move
    add constraint age_move_says_something check (from_state <> to_state or handed_over or indicator);
