-- Of several proposals on the same state one takes effect: whoever confirms a second at the same moment is told so.
create unique index rule_confirmed_once on rule_proposal (published_before) where state = 'confirmed';

-- Under which guideline work began never changes.
revoke update (agency, place, rules_version) on gated_work from ${app};
