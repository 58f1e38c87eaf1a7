-- A restricted record is kept and not used: article 18 of the GDPR and of the UK GDPR.

create table guarded.restriction (
    id            uuid        primary key,
    person_id     uuid        not null references guarded.person (id) on delete cascade,
    basis         text        not null check (basis ~ '^[A-Z_]{1,40}$'),
    restricted_by text        not null check (restricted_by <> ''),
    restricted_at timestamptz not null,
    lifted_by     text        check (lifted_by <> ''),
    lifted_at     timestamptz,
    version       integer     not null,
    constraint restriction_lifted_by_somebody check ((lifted_by is null) = (lifted_at is null)),
    constraint restriction_lifted_after check (lifted_at >= restricted_at)
);
create unique index restriction_one_at_a_time on guarded.restriction (person_id) where lifted_at is null;
create index restriction_of_person on guarded.restriction (person_id, restricted_at);

comment on table guarded.restriction is 'That a record is kept and not used. Lifted ones stay as history, and go when the record is erased.';

select guard_table('restriction', 'select, insert, update (lifted_by, lifted_at, version)');
