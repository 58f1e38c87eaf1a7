-- The row key is replaced: the keys of evidence and notes are wrapped anew too, and nothing else of these rows changes.
create or replace function guarded.edge_stays() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'wrapped_key' = to_jsonb(old) - 'wrapped_key' then
            return new;
        end if;
    elsif exists (select from guarded.erased_person where id in (old.record_a, old.record_b)) then
        return old;
    end if;
    raise exception 'decisions about records are only added' using errcode = '42501';
end $$;

create or replace function guarded.age_move_stays() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'wrapped_key' = to_jsonb(old) - 'wrapped_key' then
        return new;
    end if;
    raise exception 'moves of an age status are only added' using errcode = '42501';
end $$;

grant update (wrapped_key) on public.edge, public.age_move, recent_question to ${app};

drop trigger pair_review_moves_on on guarded.pair_review;
create trigger pair_review_moves_on before update on guarded.pair_review
    for each row when (to_jsonb(new) - 'wrapped_key' <> to_jsonb(old) - 'wrapped_key')
    execute function guarded.pair_review_moves_on();
