-- A referral hands one piece of work on one child from an agency to another.

-- What this service knows of the directory: fed by facts `agency.listed` from the register. No child data, so not guarded.
create table agency (
    code    text primary key,
    name    text not null,
    country text not null,
    type    text not null
);
grant select, insert, update on agency to ${app};

-- One data key per person record, kept wrapped: destroying the row erases every text about that child.
create table guarded.person_key (
    person_record_id uuid primary key,
    wrapped_key      bytea not null
);
select guard_table('person_key', 'select, insert');

create table guarded.referral (
    id               uuid primary key,
    person_record_id uuid        not null,
    from_agency      text        not null,
    from_country     text        not null,
    to_agency        text        not null references agency,
    kind             text        not null check (kind in ('SERVICE', 'ASSESSMENT', 'SUPPORT')),
    urgency          text        not null check (urgency in ('ROUTINE', 'URGENT')),
    status           text        not null check (status in ('SENT', 'ACCEPTED', 'REJECTED', 'REVOKED')),
    reason           bytea       not null,
    decision_reason  bytea,
    sent_by          text        not null,
    sent_at          timestamptz not null,
    due_at           timestamptz not null,
    due_rule         text        not null,
    decided_by       text,
    decided_at       timestamptz,
    version          integer     not null,
    constraint referral_between_two_agencies check (from_agency <> to_agency),
    constraint referral_due_after_sent check (due_at > sent_at),
    constraint referral_decided_unless_sent check ((status = 'SENT') = (decided_at is null)),
    constraint referral_decided_by_someone check ((decided_by is null) = (decided_at is null)),
    constraint referral_reason_of_a_decision check (decision_reason is null or status in ('ACCEPTED', 'REJECTED'))
);
comment on column guarded.referral.id is 'Random (v4): seen by both agencies, so it must not tell the time';
comment on column guarded.referral.person_record_id is 'Of the sending agency; never shown to the recipient';
comment on column guarded.referral.reason is 'Encrypted with the key of the person record';
comment on column guarded.referral.decision_reason is 'Encrypted with the key of the person record';
comment on column guarded.referral.due_rule is 'The rule and the version of the rule document that gave due_at';
comment on column guarded.referral.decided_at is 'When the recipient accepted or rejected, or the sender revoked';

-- The two lists: newest first, cursor (sent_at, id).
create index referral_incoming on guarded.referral (to_agency, sent_at desc, id desc);
create index referral_outgoing on guarded.referral (from_agency, sent_at desc, id desc);

-- The second wall behind ReferralStatus: a referral begins as sent and is decided once.
create function guarded.referral_decided_once() returns trigger language plpgsql as $$
begin
    if old.status <> 'SENT' or new.status = 'SENT' then
        raise exception 'A referral that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger referral_decided_once before update on guarded.referral
    for each row execute function guarded.referral_decided_once();

create function guarded.referral_begins_sent() returns trigger language plpgsql as $$
begin
    raise exception 'A referral begins as SENT, not %', new.status using errcode = 'check_violation';
end $$;
create trigger referral_begins_sent before insert on guarded.referral
    for each row when (new.status <> 'SENT') execute function guarded.referral_begins_sent();

-- Nothing but the decision ever changes.
select guard_table('referral', 'select, insert, update (status, decision_reason, decided_by, decided_at, version)');
