-- The row key is replaced: the keys of summaries are wrapped anew. That is no new version of an entry, and no change of one
-- that has ended.
drop trigger keep_version on guarded.entry;
create trigger keep_version_on_insert after insert on guarded.entry for each row execute function guarded.keep_version();
create trigger keep_version_on_update after update on guarded.entry
    for each row when (to_jsonb(new) - 'wrapped_key' <> to_jsonb(old) - 'wrapped_key')
    execute function guarded.keep_version();

drop trigger keep_ended on guarded.entry;
create trigger keep_ended before update on guarded.entry
    for each row when (to_jsonb(new) - 'wrapped_key' <> to_jsonb(old) - 'wrapped_key')
    execute function guarded.keep_ended();

grant update (wrapped_key) on public.entry_version to ${app};
