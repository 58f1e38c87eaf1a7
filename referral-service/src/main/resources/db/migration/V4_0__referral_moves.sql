-- A referral from its draft to its end, and what of it is shown to whom.

alter table guarded.referral
    add column level          text        not null default 'PROTECTION' check (level in ('EARLY_HELP', 'PROTECTION')),
    add column received_by    text,
    add column received_at    timestamptz,
    add column paused_at      timestamptz,
    add column decision_code  text check (decision_code ~ '^[a-z-]{1,40}$'),
    add column listed_at      timestamptz,
    add column changed_at     timestamptz;
update guarded.referral set listed_at = sent_at, changed_at = coalesce(decided_at, sent_at);
alter table guarded.referral
    alter column level drop default,
    alter column level drop not null,
    alter column listed_at set not null,
    alter column changed_at set not null,
    alter column to_agency drop not null,
    alter column kind drop not null,
    alter column urgency drop not null,
    alter column reason drop not null,
    alter column sent_by drop not null,
    alter column sent_at drop not null,
    alter column due_at drop not null,
    alter column due_rule drop not null,
    drop constraint referral_status_check,
    drop constraint referral_decided_unless_sent,
    drop constraint referral_reason_of_a_decision,
    add constraint referral_status_check check (status in
        ('DRAFT', 'SENT', 'RECEIVED', 'RETURNED', 'ACCEPTED', 'REJECTED', 'REVOKED', 'DONE')),
    add constraint referral_complete_once_sent check (sent_at is null
        or num_nulls(to_agency, kind, urgency, level, reason, sent_by, due_at, due_rule) = 0),
    add constraint referral_draft_is_not_sent check (sent_at is not null or status in ('DRAFT', 'REVOKED')),
    add constraint referral_sent_is_no_draft check (sent_at is null or status <> 'DRAFT'),
    add constraint referral_decided check ((status in ('ACCEPTED', 'REJECTED', 'REVOKED', 'DONE')) = (decided_at is not null)),
    add constraint referral_reason_of_a_decision check
        (num_nonnulls(decision_reason, decision_code) = 0 or status in ('ACCEPTED', 'REJECTED', 'DONE')),
    add constraint referral_received_by_someone check ((received_by is null) = (received_at is null)),
    add constraint referral_received check (received_at is not null or status <> 'RECEIVED'),
    add constraint referral_paused_while_returned check ((status = 'RETURNED') = (paused_at is not null));
comment on column guarded.referral.level is 'Early help, or protection: one path for both, on which a referral is raised and never lowered';
comment on column guarded.referral.received_by is 'The worker of the receiving agency who took it';
comment on column guarded.referral.paused_at is 'Since when the clock stands, because the sender was asked for more';
comment on column guarded.referral.decision_code is 'Why it was rejected, by the code of RejectionReason';
comment on column guarded.referral.listed_at is 'When the draft was begun, and then when it was sent: the order of the lists';
comment on column guarded.referral.sent_at is 'Null for a draft, and for one that was withdrawn before it was sent';

drop index guarded.referral_incoming;
drop index guarded.referral_outgoing;
create index referral_incoming on guarded.referral (to_agency, listed_at desc, id desc) where sent_at is not null;
create index referral_outgoing on guarded.referral (from_agency, listed_at desc, id desc);

-- The second wall behind Move: from which state to which, and what may change on the way.
drop trigger referral_decided_once on guarded.referral;
drop function guarded.referral_decided_once();
create function guarded.referral_moves() returns trigger language plpgsql as $$
begin
    if (old.status, new.status) not in (
            ('DRAFT', 'DRAFT'), ('DRAFT', 'SENT'), ('DRAFT', 'REVOKED'),
            ('SENT', 'SENT'), ('SENT', 'RECEIVED'), ('SENT', 'RETURNED'),
            ('SENT', 'ACCEPTED'), ('SENT', 'REJECTED'), ('SENT', 'REVOKED'),
            ('RECEIVED', 'RECEIVED'), ('RECEIVED', 'SENT'), ('RECEIVED', 'RETURNED'),
            ('RECEIVED', 'ACCEPTED'), ('RECEIVED', 'REJECTED'), ('RECEIVED', 'REVOKED'),
            ('RETURNED', 'RETURNED'), ('RETURNED', 'SENT'), ('RETURNED', 'REVOKED'),
            ('ACCEPTED', 'ACCEPTED'), ('ACCEPTED', 'DONE')) then
        raise exception 'A referral that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    if old.sent_at is not null and (new.kind, new.urgency) is distinct from (old.kind, old.urgency)
        or old.level = 'PROTECTION' and new.level is distinct from old.level and old.sent_at is not null
        or old.sent_at is not null and new.reason is distinct from old.reason then
        raise exception 'What was asked does not change once it is sent' using errcode = 'check_violation';
    end if;
    if old.sent_at is not null and new.to_agency is distinct from old.to_agency
        and (new.status <> 'SENT' or old.status not in ('SENT', 'RECEIVED') or new.received_at is not null) then
        raise exception 'Only a referral that is undecided is forwarded' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger referral_moves before update on guarded.referral
    for each row execute function guarded.referral_moves();

drop trigger referral_begins_sent on guarded.referral;
drop function guarded.referral_begins_sent();
create function guarded.referral_begins() returns trigger language plpgsql as $$
begin
    raise exception 'A referral begins as DRAFT or SENT, not %', new.status using errcode = 'check_violation';
end $$;
create trigger referral_begins before insert on guarded.referral
    for each row when (new.status not in ('DRAFT', 'SENT')) execute function guarded.referral_begins();

select guard_table('referral', 'select, insert, update (status, to_agency, kind, urgency, level, reason, sent_by, sent_at,
    due_at, due_rule, received_by, received_at, paused_at, decision_code, decision_reason, decided_by, decided_at,
    listed_at, changed_at, version)');

-- Who did what, and when: what a refusal explains and both agencies read. Nothing is ever changed in it.
create table guarded.referral_step (
    id          uuid primary key,
    referral_id uuid        not null references guarded.referral on delete cascade,
    seq         integer     not null check (seq >= 0),
    move        text        not null check (move ~ '^[A-Z_]{1,20}$'),
    agency      text        not null,
    done_by     text        not null,
    worker      bytea,
    done_at     timestamptz not null,
    code        text check (code ~ '^[a-z-]{1,40}$'),
    note        bytea,
    to_agency   text,
    unique (referral_id, seq)
);
comment on column guarded.referral_step.seq is 'The version of the referral that the step made';
comment on column guarded.referral_step.worker is 'Name of the worker, encrypted with the key of the child''s record; null for steps of before names were kept';
comment on column guarded.referral_step.code is 'Reason, outcome, section or level, by the move';
comment on column guarded.referral_step.note is 'Encrypted with the key of the child''s record';
comment on column guarded.referral_step.to_agency is 'To which agency it was sent or forwarded';
select guard_table('referral_step', 'select, insert');

insert into guarded.referral_step (id, referral_id, seq, move, agency, done_by, done_at, to_agency)
select gen_random_uuid(), id, 0, 'SEND', from_agency, sent_by, sent_at, to_agency from guarded.referral;
insert into guarded.referral_step (id, referral_id, seq, move, agency, done_by, done_at)
select gen_random_uuid(), id, version,
       case status when 'ACCEPTED' then 'ACCEPT' when 'REJECTED' then 'REJECT' else 'REVOKE' end,
       case status when 'REVOKED' then from_agency else to_agency end, decided_by, decided_at
  from guarded.referral where decided_at is not null and version > 0;

-- What is told about the child, by section. A text that is replaced stays behind the one that replaced it.
create table guarded.referral_section (
    id          uuid primary key,
    referral_id uuid        not null references guarded.referral on delete cascade,
    section     text        not null check (section ~ '^[A-Z_]{1,20}$'),
    revision    integer     not null check (revision > 0),
    content     bytea       not null,
    shared      boolean     not null,
    written_by  text        not null,
    written_at  timestamptz not null,
    unique (referral_id, section, revision)
);
comment on column guarded.referral_section.content is 'Encrypted with the key of the child''s record';
comment on column guarded.referral_section.shared is 'Whether the recipient reads it, once it has accepted';
select guard_table('referral_section', 'select, insert');
