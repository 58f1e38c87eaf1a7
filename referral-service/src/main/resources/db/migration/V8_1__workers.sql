-- Who works with the worklist of which agency, and who is away. Nothing about a child, so not guarded.
create extension if not exists btree_gist;

create table worker (
    subject text primary key check (length(subject) between 1 and 255),
    agency  text not null,
    desk    text,
    name    text,
    seen_at timestamptz not null,
    left_at timestamptz
);
comment on table worker is 'A person is known once seen here with a token of the agency: there is no list of staff.';
comment on column worker.left_at is 'Since when the agency says that the person works there no more. Somebody seen again does.';
create index worker_agency on worker (agency, subject);
grant select, insert, update on worker to ${app};

create table absence (
    id         uuid primary key,
    worker     text        not null references worker,
    agency     text        not null,
    first_day  date        not null,
    last_day   date        not null check (last_day >= first_day),
    begins_at  timestamptz not null,
    ends_at    timestamptz not null check (ends_at > begins_at),
    deputy     text references worker check (deputy <> worker),
    state      text        not null check (state in ('PLANNED', 'RUNNING', 'ENDED')),
    entered_by text        not null,
    version    integer     not null default 0,
    constraint absence_once_at_a_time exclude using gist (worker with =, tstzrange(begins_at, ends_at) with &&)
        where (state <> 'ENDED')
);
comment on column absence.begins_at is 'The first day and the day after the last one begin where the agency is.';
create index absence_agency on absence (agency, first_day, id) where state <> 'ENDED';
create unique index absence_running on absence (worker) where state = 'RUNNING';
create index absence_deputy on absence (deputy) where state = 'RUNNING';
grant select, insert, update (deputy, state, version) on absence to ${app};

-- Who does the work of somebody now: the person, or the deputy while away; nobody where the deputy is away too.
create function worker_now(person text) returns text
    language sql stable as $$
    select case when not exists (select from public.absence where worker = person and state = 'RUNNING') then person
        else (select a.deputy from public.absence a
               where a.worker = person and a.state = 'RUNNING'
                 and not exists (select from public.absence b where b.worker = a.deputy and b.state = 'RUNNING')) end
$$;

-- Absences that begin or end.
create function absences_to_turn(at timestamptz, most int) returns setof uuid
    language sql stable as $$
    select id from public.absence
     where state = 'PLANNED' and begins_at <= at or state = 'RUNNING' and ends_at <= at
     order by begins_at limit most
$$;
grant execute on function worker_now(text), absences_to_turn(timestamptz, int) to ${app};
