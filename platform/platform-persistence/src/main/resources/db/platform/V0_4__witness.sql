-- The way to the audit log and back: epochs, this service as the log's witness, what the log is rebuilt from, and when
-- rows may go.

alter table audit_outbox
    add column epoch        int check (epoch > 0),
    add column sealed       bytea check (octet_length(sealed) <= 32768),
    add column heartbeat    boolean not null default false,
    add column renumbered   boolean not null default false,
    add column replaced     boolean not null default false,
    add column covered_size bigint;
update audit_outbox set epoch = 1 where seq is not null;
alter table audit_outbox
    drop constraint audit_outbox_seq_key,
    add unique (epoch, seq),
    add check ((seq is null) = (epoch is null)),
    add check (covered_size is null or coalesce(covered_size > leaf_index, false));
comment on column audit_outbox.epoch is 'Numbering begins again in a new epoch after this database was restored.';
comment on column audit_outbox.sealed is 'Details of the event, encrypted to the audit service, that travel beside it.';
comment on column audit_outbox.heartbeat is 'A sign of life: it tells how far the source stands, and is no lag itself.';
comment on column audit_outbox.renumbered is 'Had a number in an epoch that ended before the log acknowledged it.';
comment on column audit_outbox.replaced is 'The log refused the event: the body says so in its place, the event stays here.';
comment on column audit_outbox.covered_size is
    'Size of the checkpoint that this service verified and cosigned, and that it has found this row in.';
create index audit_outbox_uncovered on audit_outbox (leaf_index) where leaf_index is not null and covered_size is null;
create index audit_outbox_leaf on audit_outbox (leaf_index) where leaf_index is not null;
create index audit_outbox_covered on audit_outbox (acknowledged_at) where covered_size is not null;

alter table audit_source
    add column heartbeat_at timestamptz,
    add column announcement uuid;
comment on column audit_source.announcement is 'The event that begins this epoch, and so its first; none in epoch 1.';

-- What the log has acknowledged is evidence: its place and bytes stay as they are.
create function audit_keep_acknowledged() returns trigger
    language plpgsql as $$
begin
    if old.acknowledged_at is not null
        and (new.epoch, new.seq, new.body) is distinct from (old.epoch, old.seq, old.body) then
        raise exception 'an acknowledged audit event cannot be changed' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger audit_keep_acknowledged before update of epoch, seq, body on audit_outbox
    for each row execute function audit_keep_acknowledged();

create table audit_witness (
    only_one    boolean primary key default true check (only_one),
    size        bigint not null check (size >= 0),
    root        bytea not null check (octet_length(root) = 32),
    note        text not null check (octet_length(note) <= 32768),
    verified_at timestamptz not null default now()
);
comment on table audit_witness is 'The newest checkpoint of the audit log that this service has verified.';
comment on column audit_witness.note is 'With the signature of the log, this service''s cosignature and those of others.';

-- A witness that forgets what it has seen is none.
create function audit_witness_never_back() returns trigger
    language plpgsql as $$
begin
    if new.size < old.size or (new.size = old.size and new.root <> old.root) then
        raise exception 'a witness does not step back' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger audit_witness_never_back before update on audit_witness
    for each row execute function audit_witness_never_back();

create table audit_copy (
    leaf_index   bigint primary key check (leaf_index >= 0),
    epoch        int not null check (epoch > 0),
    seq          bigint not null check (seq > 0),
    body         bytea not null check (octet_length(body) <= 65535),
    sealed       bytea check (octet_length(sealed) <= 32768),
    covered_size bigint check (covered_size > leaf_index),
    received_at  timestamptz not null default now()
);
comment on table audit_copy is 'The audit service''s own leaves, which it could not rebuild itself after a loss.';
create index audit_copy_uncovered on audit_copy (leaf_index) where covered_size is null;

create table audit_fault (
    id          bigint generated always as identity primary key,
    code        text not null check (code ~ '^[a-z-]{1,64}$'),
    evidence    text check (octet_length(evidence) <= 32768),
    found_at    timestamptz not null default now(),
    resolved_at timestamptz,
    resolution  text
);
comment on table audit_fault is 'Proof that the audit log was altered. While one is unresolved, content is not read.';
comment on column audit_fault.evidence is 'The signed note that contradicts what this service knew.';
create unique index audit_fault_unresolved on audit_fault (code) where resolved_at is null;

-- An event of the source itself, as EventBody would write it.
create function audit_own_event(id uuid, type text, notes json) returns text
    language sql volatile as $$
    select json_build_object(
        'v', 'waymark-audit/1',
        'id', id,
        'recorded', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'type', type,
        'action', 'E',
        'outcome', '0',
        'purpose', 'SYSTEM',
        'notes', json_strip_nulls(notes))::text
$$;

-- Begins a new epoch, after this database was restored from a backup and the log has refused what it numbered since.
-- Whatever the log has not acknowledged is numbered again, behind the event that announces the epoch.
-- Without an argument the next epoch begins; name one where the log already knows that from an earlier restore.
create function audit_begin_epoch(new_epoch int default null) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    last         audit_source%rowtype;
    announcing   uuid := gen_random_uuid();
    waiting      bigint;
begin
    -- The relay's lock: it is not in the middle of a turn.
    perform pg_advisory_xact_lock(1463900481);
    select * into strict last from audit_source order by epoch desc limit 1;
    if new_epoch is null and last.announcement is not null and not exists
        (select from audit_outbox where id = last.announcement and acknowledged_at is not null) then
        raise exception 'epoch % has not reached the log yet', last.epoch;
    elsif new_epoch <= last.epoch then
        raise exception 'epoch % lies behind: this source stands in epoch %', new_epoch, last.epoch;
    end if;
    -- An announcement that never reached the log announces nothing.
    delete from audit_outbox where id = last.announcement and acknowledged_at is null;
    update audit_outbox set epoch = null, seq = null, body = null, renumbered = true, replaced = false
     where seq is not null and acknowledged_at is null;
    get diagnostics waiting = row_count;
    new_epoch := coalesce(new_epoch, last.epoch + 1);
    insert into audit_outbox (id, event)
    values (announcing, audit_own_event(announcing, 'source.epoch.began', json_build_object(
        'previousEpoch', last.epoch::text,
        'previousSeq', greatest(last.last_seq - waiting, 0)::text)));
    insert into audit_source (epoch, last_seq, announcement) values (new_epoch, 0, announcing);
    return new_epoch;
end $$;

-- Writes the source's sign of life when one is due and none waits. All that the relay may add to the trail.
create function audit_heartbeat(every interval) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    place  audit_source%rowtype;
    unsent bigint;
    oldest timestamptz;
    beat   uuid := gen_random_uuid();
begin
    if exists (select from audit_outbox where heartbeat and acknowledged_at is null) then
        return false;
    end if;
    update audit_source set heartbeat_at = clock_timestamp()
     where epoch = (select max(epoch) from audit_source)
       and (heartbeat_at is null or heartbeat_at <= clock_timestamp() - greatest(every, interval '1 second'))
    returning * into place;
    if not found then
        return false;
    end if;
    select count(*), min(written_at) into unsent, oldest from audit_outbox where acknowledged_at is null;
    insert into audit_outbox (id, heartbeat, event)
    values (beat, true, audit_own_event(beat, 'audit.heartbeat', json_build_object(
        'lastSeq', place.last_seq::text,
        'unsent', unsent::text,
        'oldestUnsent', to_char(oldest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))));
    return true;
end $$;

-- Deletes what a verified checkpoint covers and the log has held for the time kept: never less than a day, whatever is
-- asked. The newest copy stays, since it tells where copying goes on.
create function audit_forget(retain interval, most int) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    before timestamptz := now() - greatest(retain, interval '1 day');
    gone   bigint;
    copies bigint;
begin
    delete from audit_outbox where id in
        (select id from audit_outbox where covered_size is not null and acknowledged_at < before limit most);
    get diagnostics gone = row_count;
    delete from audit_copy where leaf_index in
        (select leaf_index from audit_copy
          where covered_size is not null and received_at < before
            and leaf_index < (select max(leaf_index) from audit_copy) limit most);
    get diagnostics copies = row_count;
    return gone + copies;
end $$;

-- For the operator, once the log is what it was: content may be read again, and the trail says that this was decided.
create function audit_resolve_faults(reference text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    deciding uuid := gen_random_uuid();
    codes    text;
    resolved bigint;
begin
    if reference !~ '^[A-Za-z0-9._/-]{3,100}$' then
        raise exception 'name the decision by its reference: letters, digits, . _ / -';
    end if;
    select string_agg(code, ' ' order by code) into codes from audit_fault where resolved_at is null;
    update audit_fault set resolved_at = now(), resolution = reference where resolved_at is null;
    get diagnostics resolved = row_count;
    if resolved > 0 then
        -- Copies that were not found in the log are asked for again.
        delete from audit_copy where covered_size is null;
        insert into audit_outbox (id, event)
        values (deciding, audit_own_event(deciding, 'source.faults.resolved',
            json_build_object('faults', codes, 'reference', reference)));
    end if;
    return resolved;
end $$;

revoke execute on function audit_keep_acknowledged(), audit_witness_never_back(), audit_own_event(uuid, text, json),
    audit_begin_epoch(int), audit_heartbeat(interval), audit_forget(interval, int), audit_resolve_faults(text) from public;
grant execute on function audit_heartbeat(interval), audit_forget(interval, int) to ${relay};

grant insert (sealed) on audit_outbox to ${app};
grant update (epoch, replaced, covered_size) on audit_outbox to ${relay};
grant select, insert, update (size, root, note, verified_at) on audit_witness to ${relay};
grant select, insert (leaf_index, epoch, seq, body, sealed), update (covered_size) on audit_copy to ${relay};
grant select, insert (code, evidence) on audit_fault to ${relay};
