-- The log and its read model. Every table only grows: triggers refuse change to everybody, the owner included.
-- The application appends to the base tables; leaf bodies and the read model it can read only through guarded views,
-- because a look at the audit trail is an event itself.

create table guarded.leaf (
    leaf_index bigint primary key check (leaf_index >= 0),
    source text not null,
    epoch integer not null check (epoch > 0),
    seq bigint not null check (seq > 0),
    leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
    -- C2SP tlog-tiles prefixes an entry with its length in 16 bits.
    body bytea not null check (octet_length(body) <= 65535),
    received timestamptz not null,
    unique (source, epoch, seq)
);
comment on table guarded.leaf is 'One event of a producer: its canonical bytes, exactly as received, in log order';
comment on column guarded.leaf.leaf_hash is 'SHA-256 of 0x00 and the body (RFC 6962, 2.1)';
-- Compressed bytes would cost time on every proof and save little: most bodies are under the threshold of TOAST.
alter table guarded.leaf alter column body set storage external;

create table node (
    level smallint not null check (level between 0 and 62),
    idx bigint not null check (idx >= 0),
    hash bytea not null check (octet_length(hash) = 32),
    primary key (level, idx)
);
comment on table node is 'Every complete subtree: at level L and index i it spans the leaves from i * 2^L';

create table checkpoint (
    size bigint primary key check (size >= 0),
    note text not null,
    signed_at timestamptz not null
);
comment on table checkpoint is 'Signed sizes and roots: C2SP tlog-checkpoint notes';

create table guarded.access_event (
    event_id uuid constraint access_event_id_is_unique primary key,
    leaf_index bigint not null unique,
    source text not null,
    recorded timestamptz not null,
    type text not null,
    action text not null,
    outcome text not null,
    outcome_code text,
    actor text,
    agency text,
    country text,
    client text,
    purpose text,
    legal_basis text,
    case_ref text,
    request_id text,
    resource text,
    returned integer
);
comment on table guarded.access_event is 'What the leaves say, in columns, to be searched; the leaf is the evidence';
comment on column guarded.access_event.actor is 'Subject of the token: a pseudonym';
-- Compliance reads its own agency's events only, newest first.
create index access_event_agency on guarded.access_event (agency, recorded desc, event_id desc);
create index access_event_actor on guarded.access_event (actor, recorded desc, event_id desc);
create index access_event_case on guarded.access_event (case_ref, recorded desc, event_id desc)
    where case_ref is not null;

create table guarded.event_subject (
    subject text not null,
    leaf_index bigint not null,
    recorded timestamptz not null,
    primary key (leaf_index, subject)
);
comment on table guarded.event_subject is 'The children an event names, by the tag that stands for them in the log';
create index event_subject_looks on guarded.event_subject (subject, recorded desc, leaf_index);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log only grows: % on % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;

do $$
declare
    grown regclass;
begin
    foreach grown in array array['guarded.leaf', 'guarded.access_event', 'guarded.event_subject', 'node', 'checkpoint']::regclass[] loop
        execute format('create trigger only_grows before update or delete or truncate on %s '
            'for each statement execute function refuse_change()', grown);
    end loop;
end $$;

select guard_table('leaf', 'select');
select guard_table('access_event', 'select');
select guard_table('event_subject', 'select');

-- Appending needs no permit: it shows nobody anything. It sees positions and hashes, never contents.
grant usage on schema guarded to ${app};
grant insert on guarded.leaf, guarded.access_event, guarded.event_subject to ${app};
grant select (leaf_index, source, epoch, seq, leaf_hash) on guarded.leaf to ${app};
grant select, insert on node, checkpoint to ${app};
