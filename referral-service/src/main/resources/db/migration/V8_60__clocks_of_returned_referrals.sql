-- A returned referral keeps the work of its recipient: the clock of it stands, where its rule lets it, and goes on with what
-- was left. A rule that allows no pause lets it run.
alter table guarded.referral
    drop constraint referral_paused_while_returned,
    add constraint referral_paused_while_returned check (paused_at is null or status = 'RETURNED');

-- What is returned now has no such work: it was closed, and a new clock was to begin with the answer.
with waiting as (
    insert into guarded.work_item (id, kind, reference, person_record_id, agency, awaited_by, started_at, due_at, due_rule,
            paused_at, escalate_at, version)
        select gen_random_uuid(), 'referral-decision', r.id, r.person_record_id, r.to_agency, r.from_agency,
               coalesce((select max(w.started_at) from guarded.work_item w
                   where w.reference = r.id and w.kind = 'referral-decision' and w.agency = r.to_agency), r.sent_at),
               r.due_at, r.due_rule, r.paused_at, r.due_at + interval '2 days', 0
          from guarded.referral r where r.status = 'RETURNED'
        on conflict do nothing
    returning id, reference, paused_at)
insert into guarded.clock_pause (id, work_item_id, reason, paused_by, paused_at)
    select gen_random_uuid(), waiting.id, 'returned-for-information', coalesce(r.received_by, r.sent_by), waiting.paused_at
      from waiting join guarded.referral r on r.id = waiting.reference;
