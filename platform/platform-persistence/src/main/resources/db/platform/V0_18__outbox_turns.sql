-- Each turn of the relay asks for the few events that are not covered yet. Beside an index of all leaves that are kept, days of
-- them, the choice was the planner's, and with statistics of a quieter moment it read them all. An expression that the others
-- do not have leaves it none.
drop index audit_outbox_uncovered, audit_copy_uncovered;
create index audit_outbox_uncovered on audit_outbox ((leaf_index + 0)) where acknowledged_at is not null and covered_size is null;
create index audit_copy_uncovered on audit_copy ((leaf_index + 0)) where covered_size is null;
