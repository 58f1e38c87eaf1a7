-- The tree in tiles (C2SP tlog-tiles) instead of one row for each node: 34 bytes a leaf instead of some 130. What is
-- not yet a whole tile is a prefix of what other rows hold, so that no row is ever updated.

create table tile (
    level  smallint not null check (level between 0 and 7),
    idx    bigint not null check (idx >= 0),
    hashes bytea not null check (octet_length(hashes) = 8192),
    root   bytea not null check (octet_length(root) = 32),
    primary key (level, idx)
);
comment on table tile is 'Full tiles: 256 hashes of one level in eight';
comment on column tile.root is 'Tree hash over the 256 hashes: one hash of the level above';
-- Hashes do not compress; out of line they leave the roots dense, from which the level above is read.
alter table tile alter column hashes set storage external;

insert into tile (level, idx, hashes, root)
select above.level / 8 - 1, above.idx,
       (select string_agg(below.hash, ''::bytea order by below.idx) from node below
        where below.level = above.level - 8 and below.idx >= above.idx * 256 and below.idx < (above.idx + 1) * 256),
       above.hash
from node above where above.level > 0 and above.level % 8 = 0;

drop table node;

-- Times that nothing proves are no evidence, so they are not kept beside it.
drop view public.leaf;
alter table guarded.leaf drop column received;
select guard_table('leaf', 'select');
alter table checkpoint drop column signed_at;

create table cosignature (
    size    bigint not null references checkpoint,
    witness text not null,
    line    text not null,
    primary key (size, witness)
);
comment on table cosignature is 'Signature lines of witnesses who saw that a checkpoint extends all they had seen (C2SP tlog-cosignature)';

create table guarded.sealed_detail (
    leaf_index bigint primary key check (leaf_index >= 0),
    ciphertext bytea not null check (octet_length(ciphertext) between 1 and 40000)
);
comment on table guarded.sealed_detail is
    'Search terms and the like, encrypted by the producer; the leaf holds their hash. The only rows that can go: by an erasure that is a leaf itself';

-- Leaves that producers bring back after an old backup was restored, until all are there.
create table guarded.restoration (
    leaf_index bigint primary key check (leaf_index >= 0),
    source     text not null,
    epoch      integer not null check (epoch > 0),
    seq        bigint not null check (seq > 0),
    leaf_hash  bytea not null check (octet_length(leaf_hash) = 32),
    body       bytea not null check (octet_length(body) <= 65535),
    ciphertext bytea
);

do $$
declare
    grown regclass;
begin
    foreach grown in array array['tile', 'cosignature', 'guarded.sealed_detail']::regclass[] loop
        execute format('create trigger only_grows before update or truncate on %s '
            'for each statement execute function refuse_change()', grown);
    end loop;
    foreach grown in array array['tile', 'cosignature']::regclass[] loop
        execute format('create trigger nothing_goes before delete on %s '
            'for each statement execute function refuse_change()', grown);
    end loop;
end $$;

select guard_table('sealed_detail', 'select');

-- Which place a source has reached. The application may know positions and hashes, so the bodies stay in here.
create function source_place(of_source text) returns table (epoch integer, seq bigint, event_hash bytea)
    language sql stable security definer set search_path = guarded, pg_temp as
    'select epoch, seq, sha256(body) from leaf where source = of_source order by epoch desc, seq desc limit 1';

-- When each source was last heard. A source that fell silent may hold events that nobody sees.
create index access_event_heartbeat on guarded.access_event (source, recorded desc) where type = 'audit.heartbeat';
create function heartbeats() returns table (source text, heard timestamptz)
    language sql stable security definer set search_path = guarded, pg_temp as
    'select source, max(recorded) from access_event where type = ''audit.heartbeat'' group by source';

-- Deletes the sealed details of all events that name a child whom this leaf, and it must be in the log, erases.
create function erase_details(erasure bigint) returns bigint
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    erased bigint;
begin
    if not exists (select from access_event where leaf_index = erasure and type = 'identity.person.erased'
                   and source = 'identity-service' and outcome = '0') then
        raise exception 'Leaf % is no erasure', erasure using errcode = '42501';
    end if;
    delete from sealed_detail where leaf_index in (
        select looks.leaf_index from event_subject erased
        join event_subject looks on looks.subject = erased.subject
        where erased.leaf_index = erasure);
    get diagnostics erased = row_count;
    return erased;
end $$;

revoke execute on function source_place(text), heartbeats(), erase_details(bigint) from public;
grant execute on function source_place(text), heartbeats(), erase_details(bigint) to ${app};
grant select, insert on tile, cosignature to ${app};
grant insert on guarded.sealed_detail, guarded.restoration to ${app};
grant select (leaf_index, leaf_hash) on guarded.restoration to ${app};
select guard_table('restoration', 'select');

-- This service's own leaves, which its witnesses keep for it: without them a lost log could not be rebuilt.
create function own_leaves(after bigint, below bigint, at_most integer)
    returns table (leaf_index bigint, epoch integer, seq bigint, body bytea, ciphertext bytea)
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select l.leaf_index, l.epoch, l.seq, l.body, d.ciphertext
    from leaf l left join sealed_detail d using (leaf_index)
    where l.source = 'audit-service' and l.leaf_index > after and l.leaf_index < below
    order by l.leaf_index limit at_most
$$;
create index leaf_own on guarded.leaf (leaf_index) where source = 'audit-service';

-- After a restore of this database its own outbox counts from an old number, though the log holds later events that are
-- not in it: those that were brought back from this leaf on.
create function begin_own_epoch(brought_back_from bigint) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (
        select from guarded.leaf l left join audit_outbox o on o.epoch = l.epoch and o.seq = l.seq
        where l.source = 'audit-service' and l.leaf_index >= brought_back_from and o.body is distinct from l.body
    ) then
        perform audit_begin_epoch((select max(epoch) + 1 from guarded.leaf where source = 'audit-service'));
    end if;
end $$;

revoke execute on function own_leaves(bigint, bigint, integer), begin_own_epoch(bigint) from public;
grant execute on function own_leaves(bigint, bigint, integer), begin_own_epoch(bigint) to ${app};
