-- The audit guard: child data can be read or changed only in a transaction that also writes its audit event.
-- The application role has no right on schema "guarded". It works on views of the same name in schema public, each
-- with the condition (select audit_guard()), which PostgreSQL evaluates once for each statement, even when no row
-- would be found.

create schema guarded;
revoke all on schema public from public;
grant usage on schema public to ${app}, ${relay};

create table audit_permit (
    xid    xid8 primary key default pg_current_xact_id(),
    closed boolean not null default false
);
comment on table audit_permit is 'One row while a transaction may touch child data; gone at its commit.';

create table audit_outbox (
    id              uuid primary key,
    order_no        bigint generated always as identity,
    written_at      timestamptz not null default clock_timestamp(),
    event           text not null check (octet_length(event) <= 49152 and position('\u0000' in event) = 0),
    seq             bigint unique check (seq > 0),
    body            bytea check (octet_length(body) <= 65535),
    leaf_index      bigint check (leaf_index >= 0),
    acknowledged_at timestamptz,
    check ((seq is null) = (body is null)),
    check ((leaf_index is null) = (acknowledged_at is null)),
    check (acknowledged_at is null or seq is not null)
);
comment on table audit_outbox is 'Audit events on their way to the audit service.';
comment on column audit_outbox.seq is 'Dense number within this source and epoch, given by the relay.';
comment on column audit_outbox.body is 'Canonical bytes: exactly the leaf of the log.';
create index audit_outbox_unnumbered on audit_outbox (order_no) where seq is null;
create index audit_outbox_unacknowledged on audit_outbox (seq) where acknowledged_at is null;

create table audit_source (
    epoch     int primary key check (epoch > 0),
    last_seq  bigint not null check (last_seq >= 0),
    last_hash bytea check (octet_length(last_hash) = 32)
);
comment on table audit_source is 'Where numbering stands: the last row''s number and the hash of its bytes.';
insert into audit_source (epoch, last_seq) values (1, 0);

-- True in a transaction that may touch child data; fails in any other. Once the event is written it fails again, so
-- that the event is the last thing a transaction does and names everything it touched.
create function audit_guard() returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    is_closed boolean;
begin
    select closed into is_closed from audit_permit where xid = pg_current_xact_id_if_assigned();
    if is_closed is null then
        raise exception 'child data touched without an audit permit' using errcode = '42501';
    elsif is_closed then
        raise exception 'child data touched after the audit event was written' using errcode = '42501';
    end if;
    return true;
end $$;

create function audit_close_permit() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update audit_permit set closed = true where xid = pg_current_xact_id_if_assigned();
    return null;
end $$;
create trigger audit_close_permit after insert on audit_outbox
    for each statement execute function audit_close_permit();

create function audit_require_event() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not (select closed from audit_permit where xid = new.xid) then
        raise exception 'transaction touched child data and wrote no audit event' using errcode = '42501';
    end if;
    delete from audit_permit where xid = new.xid;
    return null;
end $$;
create constraint trigger audit_require_event after insert on audit_permit
    deferrable initially deferred for each row execute function audit_require_event();

revoke execute on function audit_guard(), audit_close_permit(), audit_require_event() from public;
grant execute on function audit_guard() to ${app};
-- The app can open a permit, but name neither its transaction nor its state.
create function audit_open_permit() returns void
    language sql security definer set search_path = public, pg_temp as
    'insert into audit_permit default values';
revoke execute on function audit_open_permit() from public;
grant execute on function audit_open_permit() to ${app};

grant insert (id, event) on audit_outbox to ${app};
grant select, update (seq, body, leaf_index, acknowledged_at) on audit_outbox to ${relay};
grant select, update (last_seq, last_hash) on audit_source to ${relay};

-- Opens a table of schema guarded to the application, through its guarded view:
-- select guard_table('entry', 'select, insert, update');
create function guard_table(name text, privileges text) returns void
    language plpgsql as $$
begin
    execute format(
        'create or replace view public.%1$I with (security_barrier) as
           select * from guarded.%1$I where (select audit_guard()) with local check option', name);
    execute format('grant %s on public.%I to ${app}', privileges, name);
end $$;
revoke execute on function guard_table(text, text) from public;
