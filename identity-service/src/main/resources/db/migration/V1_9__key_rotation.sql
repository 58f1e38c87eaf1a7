-- The row key is replaced: data keys are wrapped anew, batch by batch, by whichever replica takes the next one.

create table key_rotation (
    row_key     bytea   primary key check (length(row_key) = 4),
    after       uuid    not null default '00000000-0000-0000-0000-000000000000',
    in_pass     bigint  not null default 0 check (in_pass >= 0),
    rewrapped   bigint  not null default 0 check (rewrapped >= 0),
    started_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz
);
comment on table key_rotation is 'How far the data keys have been wrapped by a row key. Holds nothing about a child.';
comment on column key_rotation.row_key is 'The first bytes of what it has wrapped: a hash of the key, not the key.';
comment on column key_rotation.after is 'Records up to this id are done in this pass.';
comment on column key_rotation.in_pass is 'Keys wrapped anew in this pass. A pass that finds none is the last.';

grant select, insert (row_key), update (after, in_pass, rewrapped, finished_at) on key_rotation to ${app};
grant update (wrapped_key) on public.person_version to ${app};
