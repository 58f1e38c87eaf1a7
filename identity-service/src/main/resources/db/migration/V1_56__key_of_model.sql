-- Counts of names under one key say nothing under another: a version of the model tells which index key it was made with.
alter table model_version add column term_key int;
comment on column model_version.term_key is 'An id of the key, which tells nothing of it; null for versions of before.';
