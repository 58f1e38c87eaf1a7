-- Who searches for one name through the dates, or for one date through the names, leafs through the register.

create table search_trace (
    id     bigint      generated always as identity primary key,
    actor  text        not null check (actor <> ''),
    name   bytea       not null check (length(name) = 16),
    alike  bytea       not null check (length(alike) = 16),
    birth  bytea       not null check (length(birth) = 16),
    at     timestamptz not null
);
create index search_trace_of_actor on search_trace (actor, at);

comment on table search_trace is 'What an actor searched for in the last hour, as keyed hashes that only count what is alike. Older rows go with the actor''s next search.';

grant select, insert, delete on search_trace to ${app};
