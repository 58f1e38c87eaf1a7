-- A correction replaces what stands in a record and keeps what stood there, sealed as it was.

create table guarded.person_version (
    person_id    uuid        not null references guarded.person (id) on delete cascade,
    version      integer     not null check (version > 0),
    wrapped_key  bytea       not null check (length(wrapped_key) > 0),
    demographics bytea       not null check (length(demographics) > 0),
    reason       text        not null check (reason ~ '^[A-Z_]{1,40}$'),
    replaced_by  text        not null check (replaced_by <> ''),
    replaced_at  timestamptz not null,
    primary key (person_id, version)
);
comment on table guarded.person_version is 'What stood in a person record before, with a data key of its own. Goes when the record is erased.';
comment on column guarded.person_version.reason is 'Why it was replaced, as a code: a text would be personal data outside the seal.';

select guard_table('person_version', 'select, insert');

-- Makes a record unfindable, so that it can be made findable by other keys.
create function unindex_person(record uuid) returns void
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    delete from person_key where person_id = record;
end $$;
revoke execute on function unindex_person(uuid) from public;
grant execute on function unindex_person(uuid) to ${app};
