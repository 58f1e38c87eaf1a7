-- How long what is ended is kept, and that somebody looks at it before it goes (R12). Nothing is deleted by a clock: it warns,
-- the holder decides, and two people in identity erase.
create table retention_rule (
    place      text primary key check (place ~ '^([A-Z]{2}(-[A-Z0-9]{1,3})?|ANY)$'),
    months     int not null check (months between 1 and 1200),
    warn_days  int not null check (warn_days between 1 and 365),
    source     text not null check (length(source) between 1 and 300),
    confirmed  boolean not null default false
);
comment on table retention_rule is 'From the end of a measure, by the place whose measure it is. To be confirmed with counsel of each country.';
insert into retention_rule (place, months, warn_days, source) values
    ('ANY', 120, 90, 'Waymark''s own, where no rule of the place is known'),
    ('GB', 300, 90, 'Practice of local authorities: 25 years from the end of a child protection plan'),
    ('IE', 300, 90, 'Practice, after Tusla''s retention schedule'),
    ('FR', 120, 90, 'Practice of départements for informations préoccupantes'),
    ('DE', 120, 90, 'Practice of youth offices after SGB VIII and X'),
    ('NL', 240, 90, 'Jeugdwet, article 7.3.8: 20 years'),
    ('SE', 60, 90, 'Socialtjänstlagen: five years after the last note');
grant select on retention_rule to ${app};

create table guarded.retention (
    entry_id  uuid primary key references guarded.entry on delete cascade,
    holder    text not null references agency,
    rule      text not null references retention_rule,
    due_on    date not null,
    warn_on   date not null check (warn_on < due_on),
    warned_at timestamptz,
    held      boolean not null default false,
    let_go_at timestamptz,
    version   int not null,
    check (not (held and let_go_at is not null))
);
comment on column guarded.retention.held is 'A legal hold: nothing of the child is erased until it is lifted.';
create index retention_list on guarded.retention (holder, due_on, entry_id);
create index retention_to_warn on guarded.retention (warn_on) where warned_at is null and not held;
select guard_table('retention', 'select, insert, update');

create table guarded.retention_decision (
    id          uuid primary key,
    entry_id    uuid not null references guarded.retention on delete cascade,
    kind        text not null check (kind in ('extend', 'hold', 'lift', 'let-go')),
    due_on      date,
    wrapped_key bytea not null,
    reason      bytea not null,
    decided_by  text not null,
    decided_at  timestamptz not null,
    check ((kind = 'extend') = (due_on is not null))
);
create index retention_decision_of on guarded.retention_decision (entry_id, decided_at);
select guard_table('retention_decision', 'select, insert, update (wrapped_key)');

create function is_on_legal_hold(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select exists (select from retention join entry on entry.id = entry_id where person_record_id = record and held)
$$;
-- The floor, whoever deletes.
create function guarded.keep_held() returns trigger language plpgsql as $$
begin
    if old.held then
        raise exception 'what is on legal hold is not erased' using errcode = '23514';
    end if;
    return old;
end $$;
create trigger keep_held before delete on guarded.retention for each row execute function guarded.keep_held();

-- What the job finds by itself and then puts on record, one by one: entries that have ended and are not watched yet, and
-- those to warn of.
create function retention_to_watch(today date, most int) returns setof uuid
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    (select entry.id from entry left join retention on entry_id = entry.id
      where entry.status = 'ended' and entry_id is null limit most)
    union all
    (select entry_id from retention where warn_on <= today and warned_at is null and not held order by warn_on limit most)
$$;
create function retention_rule_for(place text) returns text
    language sql stable as $$
    select rule.place from retention_rule rule where rule.place in ($1, left($1, 2), 'ANY')
     order by rule.place = $1 desc, rule.place = left($1, 2) desc limit 1
$$;
revoke execute on function is_on_legal_hold(uuid), retention_to_watch(date, int), retention_rule_for(text) from public;
grant execute on function is_on_legal_hold(uuid), retention_to_watch(date, int), retention_rule_for(text) to ${app};

-- What is on legal hold stays, and an emergency access that nobody has reviewed keeps its child too.
create or replace function holds_active(record uuid) returns boolean
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    select exists (select from guarded.entry where person_record_id = record and status = 'active')
        or exists (select from guarded.disclosure join guarded.entry on entry.id = entry_id
                    where person_record_id = record and disclosure.status = 'requested')
        or exists (select from guarded.notification where acknowledged_at is null and person_record_id = record)
        or exists (select from guarded.emergency_access join guarded.entry on entry.id = entry_id
                    where person_record_id = record and reviewed_at is null)
        or public.is_on_legal_hold(record)
$$;
