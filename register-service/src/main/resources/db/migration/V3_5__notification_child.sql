-- Reading an inbox is a look at every child that its notifications are about.
alter table guarded.notification add column person_record_id uuid;
comment on column guarded.notification.person_record_id is
    'Whom it is about, where another service asked for it; otherwise the reference leads to an entry.';
select guard_table('notification', 'select, insert, update');
