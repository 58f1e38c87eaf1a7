-- The row key is replaced: how far the data keys of each table have been wrapped by the new one.
create table row_key_pass (
    row_key     bytea   not null check (length(row_key) = 4),
    keys_of     text    not null check (keys_of <> ''),
    after       uuid    not null default '00000000-0000-0000-0000-000000000000',
    in_pass     bigint  not null default 0 check (in_pass >= 0),
    finished_at timestamptz,
    primary key (row_key, keys_of)
);
comment on table row_key_pass is 'How far the data keys of a table have been wrapped by a row key. Holds nothing about a child.';
comment on column row_key_pass.row_key is 'The first bytes of what it has wrapped: a hash of the key, not the key.';
comment on column row_key_pass.after is 'Rows up to this id are done in this pass.';
comment on column row_key_pass.in_pass is 'Keys wrapped anew in this pass. A pass that finds none is the last.';
grant select, insert (row_key, keys_of), update (after, in_pass, finished_at) on row_key_pass to ${app};
