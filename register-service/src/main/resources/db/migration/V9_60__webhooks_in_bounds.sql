-- Tests of a destination are counted, so that nobody has us call others without end; and what waits for a destination that is
-- paused or removed comes to an end.
alter table webhook_delivery add column is_test boolean not null default false;
comment on column webhook_delivery.is_test is 'Asked for by the registrar, who may have so many in an hour. Never told: on the wire it is like any other.';
create index webhook_delivery_tests on webhook_delivery (webhook_id, created_at) where is_test;

update webhook_delivery set status = 'dead', ended_at = now()
  from webhook where webhook.id = webhook_id and webhook.status = 'removed' and webhook_delivery.status = 'pending';
