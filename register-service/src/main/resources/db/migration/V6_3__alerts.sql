-- A child is missing or at risk: who is to look out for it, and later that it is safe. Every receiver confirms both.

create table guarded.alert (
    id          uuid primary key,
    entry_id    uuid not null references guarded.entry on delete cascade,
    agency      text not null references agency,
    kind        text not null check (kind in ('missing', 'at-risk', 'being-taken-abroad')),
    actions     text[] not null check (cardinality(actions) > 0 and actions <@ array [
        'locate', 'check-welfare', 'keep-safe', 'stop-at-border', 'call-desk', 'tell-carers', 'do-not-approach']),
    reporter    text references agency,
    valid_until date not null,
    raised_by   text not null,
    raised_at   timestamptz not null,
    outcome     text check (outcome in ('safe-and-seen', 'no-longer-needed', 'raised-by-mistake')),
    closed_by   text,
    closed_at   timestamptz,
    version     int not null,
    check ((outcome is null) = (closed_by is null) and (outcome is null) = (closed_at is null))
);
comment on table guarded.alert is 'It says no name and no place: whoever acts on it calls the desk.';
comment on column guarded.alert.reporter is 'Who reported the child missing: learns only that it is safe and seen.';
create index alert_entry on guarded.alert (entry_id);
create index alert_agency on guarded.alert (agency, raised_at desc, id);
create unique index alert_one_open on guarded.alert (entry_id, kind) where outcome is null;
select guard_table('alert', 'select, insert, update');

create table guarded.alert_receipt (
    id                uuid primary key,
    alert_id          uuid not null references guarded.alert on delete cascade,
    entry_id          uuid not null references guarded.entry on delete cascade,
    agency            text not null references agency,
    country           text not null check (country ~ '^[A-Z]{2}$'),
    addressed_as      text not null check (addressed_as in ('desk', 'central-authority')),
    delivered_at      timestamptz not null,
    acknowledged_by   text,
    acknowledged_at   timestamptz,
    ended_at          timestamptz,
    confirmed_by      text,
    confirmed_at      timestamptz,
    reminded_at       timestamptz not null,
    version           int not null,
    unique (alert_id, agency),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (confirmed_at is null or ended_at is not null)
);
comment on column guarded.alert_receipt.ended_at is 'When the de-alert was delivered.';
comment on column guarded.alert_receipt.reminded_at is 'When it was last told; every day again until it answers.';
create index alert_receipt_agency on guarded.alert_receipt (agency, alert_id);
create index alert_receipt_entry on guarded.alert_receipt (entry_id);
create index alert_receipt_open on guarded.alert_receipt (reminded_at)
    where acknowledged_at is null or ended_at is not null and confirmed_at is null;
select guard_table('alert_receipt', 'select, insert, update');
create trigger keep_from_claimed before insert on guarded.alert_receipt
    for each row execute function guarded.keep_from_claimed();

create function guarded.keep_alert() returns trigger language plpgsql as $$
begin
    if old.outcome is not null or to_jsonb(new) - '{outcome,closed_by,closed_at,version}'::text[]
            <> to_jsonb(old) - '{outcome,closed_by,closed_at,version}'::text[] then
        raise exception 'an alert is ended once, and nothing else of it changes' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_alert before update on guarded.alert for each row execute function guarded.keep_alert();

-- Who has not answered since yesterday; of an alert that has run out without a de-alert nobody need say anything any more.
create function silent_alert_receipts(most int) returns setof uuid
    language sql stable security definer set search_path = guarded, pg_temp as $$
    select r.id from alert_receipt r join alert a on a.id = r.alert_id
     where r.reminded_at <= now() - interval '1 day'
       and (a.outcome is null and a.valid_until >= current_date and r.acknowledged_at is null
         or r.ended_at is not null and r.confirmed_at is null)
     order by r.reminded_at limit most
$$;
revoke execute on function silent_alert_receipts(int) from public;
grant execute on function silent_alert_receipts(int) to ${app};
