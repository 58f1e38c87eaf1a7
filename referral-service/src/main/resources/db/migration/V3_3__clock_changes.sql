-- What happened to the clock of a piece of work: when it stood still, and why another time was given.
create table guarded.clock_pause (
    id           uuid primary key,
    work_item_id uuid        not null references guarded.work_item on delete cascade,
    reason       text        not null check (reason ~ '^[a-z][a-z-]{1,60}$'),
    paused_by    text        not null,
    paused_at    timestamptz not null,
    resumed_by   text,
    resumed_at   timestamptz check (resumed_at >= paused_at),
    constraint clock_resumed_by_someone check ((resumed_by is null) = (resumed_at is null))
);
create unique index clock_paused_once on guarded.clock_pause (work_item_id) where resumed_at is null;
create index clock_pause_of on guarded.clock_pause (work_item_id);
select guard_table('clock_pause', 'select, insert, update (resumed_by, resumed_at)');

create table guarded.clock_exception (
    id           uuid primary key,
    work_item_id uuid        not null references guarded.work_item on delete cascade,
    reason       text        not null check (reason ~ '^[a-z][a-z-]{1,60}$'),
    from_rule    text        not null,
    to_rule      text        not null,
    given_by     text        not null,
    given_at     timestamptz not null
);
comment on table guarded.clock_exception is 'Where both rules are the same, a reason was recorded and the due date stayed.';
create index clock_exception_of on guarded.clock_exception (work_item_id);
select guard_table('clock_exception', 'select, insert');
