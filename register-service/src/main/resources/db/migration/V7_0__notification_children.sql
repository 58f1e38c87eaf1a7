-- Every notification of the register keeps the person record it is about. Those from before, which only led to it by their
-- reference, are filled; those that another service asked for and named nobody stay as they are.
update guarded.notification told set person_record_id = led.person_record_id
  from (select id as reference, person_record_id from guarded.entry
        union all
        select disclosure.id, person_record_id from guarded.disclosure join guarded.entry on entry.id = entry_id
        union all
        select transfer.id, person_record_id from guarded.transfer join guarded.entry on entry.id = entry_id) led
 where told.person_record_id is null and told.reference = led.reference;
comment on column guarded.notification.person_record_id is
    'Whom it is about; null only where another service asked for it and named nobody.';
create index notification_child on guarded.notification (person_record_id) where person_record_id is not null;
