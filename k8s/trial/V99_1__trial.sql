-- What k8s/try.sh upgrades the register to: a change to a table that is in use, which the version before can live with.
alter table guarded.entry add column trial_mark timestamptz;
create index entry_by_trial_mark on guarded.entry (trial_mark) where trial_mark is not null;
