-- Transactions are numbered by the cluster that they run in. Restored from a dump, changes bear numbers of another one, far
-- above what is settled here: a mirror would wait for them for ever, and take a correction of today for an old one. So what
-- a mirror follows has a name, and changes that nobody here can have made are taken for changes of now.

-- Another one after a restore from a dump (the table is another), from a backup or a failover (the timeline is another).
create function changes_origin() returns text
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select system_identifier || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || '/'
           || 'guarded.person_change'::regclass::oid
      from pg_control_system()
$$;

-- A number that no transaction here has taken yet. Two replicas at once wait for each other.
create function adopt_changes() returns void
    language sql volatile security definer set search_path = guarded, pg_temp as $$
    update person_change set changed_in = pg_current_xact_id()::text::bigint
     where changed_in >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
$$;
revoke execute on function changes_origin(), adopt_changes() from public;
grant execute on function changes_origin(), adopt_changes() to ${app};
