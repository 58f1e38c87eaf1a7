-- Whoever writes here that an alarm was raised keeps it from being raised: each row must have its event in the log, some
-- minutes later at most.
alter table alarm_raised add column raised_at timestamptz not null default clock_timestamp();
