-- Who says that they are a child, or is doubted, can be contradicted too, and can contradict.
insert into age_transition (from_state, to_state, mover, needs) values
    ('UNDOCUMENTED_CLAIMED_CHILD', 'DISPUTED', 'ANYONE', 'NOTHING'),
    ('DOUBT_RAISED',               'DISPUTED', 'ANYONE', 'NOTHING');
