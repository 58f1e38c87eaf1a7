-- An agency that is responsible for children keeps its country and type, by which duties, the desk to call and the statistics
-- go, and does not close; and one that has closed becomes responsible for nobody.
alter table agency add column closed boolean not null default false;
comment on column agency.closed is 'Holds no child, takes none, and nobody is sent to it. What it did stays readable.';

create function guarded.keep_agency_of_children() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if exists (select from entry where holder = new.code and status = 'active') then
        raise exception 'an agency that is responsible for children keeps its country and type, and stays open'
            using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger keep_agency_of_children after update on agency
    for each row when (old.country <> new.country or old.type <> new.type or new.closed and not old.closed)
    execute function guarded.keep_agency_of_children();

-- The row of the agency is held meanwhile, so that it does not close, or change its type, in the same moment.
create function guarded.keep_open_holder() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform from public.agency where code = new.holder and not closed
        and (tg_op = 'INSERT' or type in ('child-protection', 'cross-border')) for share;
    if not found then
        raise exception 'an agency that has closed, or cannot hold, becomes responsible for nobody' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_open_holder_on_insert before insert on guarded.entry
    for each row when (new.status = 'active') execute function guarded.keep_open_holder();
create trigger keep_open_holder_on_update before update on guarded.entry
    for each row when (new.status = 'active' and (old.holder <> new.holder or old.status <> new.status))
    execute function guarded.keep_open_holder();
