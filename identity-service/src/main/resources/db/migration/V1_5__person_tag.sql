-- Identity knows its tags by itself, and not from facts: it keeps them where every service does, so that sealing a
-- subject works here as anywhere.
create function keep_person_tag() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into person_tag as known (record_id, tag) select id, tag from added
        on conflict (record_id) do update set tag = excluded.tag where known.tag is null;
    return null;
end $$;
revoke execute on function keep_person_tag() from public;
create trigger keep_person_tag after insert on guarded.person
    referencing new table as added for each statement execute function keep_person_tag();

insert into person_tag (record_id, tag) select id, tag from guarded.person on conflict do nothing;
