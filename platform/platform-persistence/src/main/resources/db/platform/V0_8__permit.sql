-- The permit as cheap as it can be, since each look at child data opens one: its row is not written to the log of the
-- database (no transaction outlives a crash, so no permit need), the event deletes it, and what refuses the commit of a
-- transaction without an event is a foreign key that no row can satisfy. PostgreSQL skips its check for rows that are gone.
-- The functions name everything with its schema: setting a search path would cost more than their work.

drop table audit_permit;

create table audit_nothing (xid xid8 primary key check (false));
comment on table audit_nothing is 'Never holds a row: what refers to it must be gone at commit.';

create unlogged table audit_permit (
    xid xid8 primary key default pg_current_xact_id(),
    constraint "transaction touched child data and wrote no audit event"
        foreign key (xid) references audit_nothing deferrable initially deferred
);
comment on table audit_permit is 'One row while a transaction may touch child data; gone once it has written its event.';

create or replace function audit_open_permit() returns void
    language plpgsql security definer as $$
begin
    insert into public.audit_permit default values;
end $$;

create or replace function audit_close_permit() returns trigger
    language plpgsql security definer as $$
begin
    delete from public.audit_permit where xid operator(pg_catalog.=) pg_catalog.pg_current_xact_id_if_assigned();
    -- Only words the refusal of what comes after: anybody can set it.
    perform pg_catalog.set_config('waymark.event', pg_catalog.pg_current_xact_id()::pg_catalog.text, true);
    return null;
end $$;

create or replace function audit_guard() returns boolean
    language plpgsql stable security definer as $$
begin
    if exists (select from public.audit_permit
               where xid operator(pg_catalog.=) pg_catalog.pg_current_xact_id_if_assigned()) then
        return true;
    elsif pg_catalog.pg_current_xact_id_if_assigned()::pg_catalog.text
            operator(pg_catalog.=) pg_catalog.current_setting('waymark.event', true) then
        raise exception 'child data touched after the audit event was written' using errcode = '42501';
    end if;
    raise exception 'child data touched without an audit permit' using errcode = '42501';
end $$;

drop function audit_require_event();
