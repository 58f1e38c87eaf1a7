-- "(function()).*" in a select list calls the function once for every column; in the from clause it is called once.
-- Keeping a version took most of the time of writing an entry.
create or replace function guarded.keep_version() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into entry_version
    select kept.*
      from jsonb_populate_record(null::entry_version,
        to_jsonb(new) || jsonb_build_object('entry_id', new.id, 'written_at', clock_timestamp())) as kept;
    return null;
end $$;
