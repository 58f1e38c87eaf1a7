-- Where agency portals are told that their inbox has changed. Nothing here is about a child: no notification is named, only
-- that there is one. So these tables are not guarded.
create table webhook (
    id             uuid primary key,
    agency         text not null references agency,
    url            text not null check (length(url) between 8 and 500),
    status         text not null check (status in ('active', 'paused', 'removed')),
    paused_because text check (paused_because in ('by-registrar', 'failures', 'gone')),
    failures       int not null default 0 check (failures >= 0),
    created_by     text not null,
    created_at     timestamptz not null,
    version        int not null,
    check ((status = 'paused') = (paused_because is not null))
);
comment on column webhook.failures is 'Attempts in a row that failed: too many pause it.';
create index webhook_agency on webhook (agency, created_at desc, id) where status <> 'removed';
create unique index webhook_destination on webhook (agency, url) where status <> 'removed';

create table webhook_secret (
    id          uuid primary key,
    webhook_id  uuid not null references webhook on delete cascade,
    wrapped_key bytea not null,
    secret      bytea not null,
    created_at  timestamptz not null,
    expires_at  timestamptz check (expires_at > created_at)
);
comment on table webhook_secret is 'Encrypted in the row. Those that were replaced sign until they expire.';
create unique index webhook_secret_current on webhook_secret (webhook_id) where expires_at is null;
create index webhook_secret_of on webhook_secret (webhook_id);

create table webhook_delivery (
    id         uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    status     text not null check (status in ('pending', 'delivered', 'dead')),
    attempts   int not null default 0 check (attempts >= 0),
    due_at     timestamptz not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    check ((status = 'pending') = (ended_at is null))
);
comment on column webhook_delivery.id is 'Random, the id of the event and of the message: the same at each attempt, so that a receiver can tell.';
create index webhook_delivery_due on webhook_delivery (due_at) where status = 'pending';
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at desc, id);

create table webhook_attempt (
    id          uuid primary key,
    delivery_id uuid not null references webhook_delivery on delete cascade,
    outcome     text not null check (outcome in ('accepted', 'refused', 'redirected', 'gone', 'timed-out', 'unreachable',
        'unsafe-destination')),
    http_status int check (http_status between 100 and 599),
    at          timestamptz not null
);
create index webhook_attempt_of on webhook_attempt (delivery_id, at);

grant select, insert, update on webhook, webhook_delivery to ${app};
grant select, insert, update, delete on webhook_secret to ${app};
grant select, insert, delete on webhook_attempt to ${app};
grant delete on webhook_delivery to ${app};

-- Tells every webhook of an agency, unless one is to be told already and nobody is at it: one event says as much as two.
-- The row that is found stays locked until the notification is there to be read.
create function tell_webhooks(told text, at timestamptz, due timestamptz) returns void
    language sql as $$
    insert into webhook_delivery (id, webhook_id, status, due_at, created_at)
    select gen_random_uuid(), id, 'pending', due, at from webhook
     where agency = told and status <> 'removed' and not exists (
           select from webhook_delivery waiting where webhook_id = webhook.id and waiting.status = 'pending'
              and attempts = 0 for share skip locked)
$$;
revoke execute on function tell_webhooks(text, timestamptz, timestamptz) from public;
grant execute on function tell_webhooks(text, timestamptz, timestamptz) to ${app};
