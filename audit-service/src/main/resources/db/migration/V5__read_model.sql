-- The tables that are searched follow the log instead of being written with it: what the log promises of an event, its
-- id once and never again, moves to the leaf.

alter table guarded.leaf disable trigger user;
alter table guarded.leaf add column event_id uuid;
update guarded.leaf l set event_id = e.event_id from guarded.access_event e where e.leaf_index = l.leaf_index;
alter table guarded.leaf
    alter column event_id set not null,
    add constraint leaf_event_id_is_unique unique (event_id);
alter table guarded.leaf enable trigger user;
comment on column guarded.leaf.event_id is 'As the body says: no second event has it';
select guard_table('leaf', 'select');

alter table guarded.access_event
    drop constraint access_event_id_is_unique,
    drop constraint access_event_leaf_index_key,
    add primary key (leaf_index);
comment on table guarded.access_event is
    'What the leaves say, in columns, to be searched; the leaf is the evidence. Filled in the order of the log, one row for each leaf';

-- How far the tables that are searched have come below a size: the next leaf that they lack. It tells a position, no content.
create function read_model_reaches(below bigint) returns bigint
    language sql stable security definer set search_path = guarded, pg_temp as
    'select coalesce((select leaf_index + 1 from access_event where leaf_index < below order by leaf_index desc limit 1), 0)';
revoke execute on function read_model_reaches(bigint) from public;
grant execute on function read_model_reaches(bigint) to ${app};
