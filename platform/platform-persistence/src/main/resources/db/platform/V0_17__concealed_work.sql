-- Whose work about which hidden child the audit trail does not show (architecture, invariant 8; ADR 27). Keyed hashes: a dump
-- names neither the child nor who works behind the seal, nor can it be tried out.
create table concealed_work (
    id   uuid not null,
    pair bytea not null check (octet_length(pair) = 32),
    primary key (id, pair)
);
comment on table concealed_work is 'What named workers of hidden children do conceals itself; told by the register.';
comment on column concealed_work.id is 'Of the naming, by which it ends. Random.';
comment on column concealed_work.pair is 'Keyed hash of one of the child''s pseudonyms and of the worker''s subject.';
create index concealed_work_pair on concealed_work (pair);
grant select, insert, delete on concealed_work to ${app};

-- Asked for every event alike. The register knows by itself and puts another in its place.
create function conceals(who text, names text[], pairs bytea[]) returns boolean
    language sql stable as $$ select exists (select from concealed_work where pair = any (pairs)) $$;
revoke execute on function conceals(text, text[], bytea[]) from public;
grant execute on function conceals(text, text[], bytea[]) to ${app};
