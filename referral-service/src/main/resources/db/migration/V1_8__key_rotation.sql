-- The row key is replaced: a data key is wrapped anew by another one, and changes in no other way.
create function guarded.key_is_only_rewrapped() returns trigger language plpgsql as $$
begin
    if new.person_record_id <> old.person_record_id or length(new.wrapped_key) <> 64
        or substring(new.wrapped_key for 4) = substring(old.wrapped_key for 4) then
        raise exception 'a key is wrapped anew by another row key, and not changed' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger key_is_only_rewrapped before update on guarded.person_key
    for each row execute function guarded.key_is_only_rewrapped();
grant update (wrapped_key) on public.person_key to ${app};
