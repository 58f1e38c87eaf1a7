-- While replicas change their keys one after the other, an old one may still index a record under the old key behind the
-- back of who indexes anew. Looked for again, each minute, once all were thought done.
create index person_index_epoch on guarded.person_index (epoch);

-- Asked without an event: it tells of no record. Of the newest epoch only, or two keys would take records from each other.
create function index_left_behind(current_epoch integer) returns boolean
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    select exists (
               select from index_epoch mine
                where epoch = current_epoch and finished_at is not null
                  and not exists (select from index_epoch other where other.started_at > mine.started_at))
       and (exists (select from person_index where epoch < current_epoch)
            or exists (select from person_index where epoch > current_epoch))
$$;
revoke execute on function index_left_behind(integer) from public;
grant execute on function index_left_behind(integer) to ${app};
