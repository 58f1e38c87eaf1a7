-- Whether a notification is for its whole agency, and so is announced to its portals: neither for named workers only nor about
-- a sealed entry. In plpgsql, since those columns come with a later script.
create function is_announced(told uuid) returns boolean
    language plpgsql stable security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    return exists (select from notification where id = told and sealing is null and for_workers_of is null);
end $$;
revoke execute on function is_announced(uuid) from public;
grant execute on function is_announced(uuid) to ${app};
