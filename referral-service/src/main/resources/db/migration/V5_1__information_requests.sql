-- Requests for information between authorities, of the kinds of the Hague Convention of 1996 and of Brussels IIb.

create extension if not exists btree_gist;

-- Kinds, bases and who is bound are data: asked on the day, nothing is wired into code. No child data, so not guarded.
create table information_kind (
    code text primary key check (code ~ '^[a-z-]{1,40}$'),
    asks text not null check (length(asks) between 1 and 200)
);

create table information_basis (
    code       text primary key check (code ~ '^[A-Za-z0-9._/()-]{1,64}$'),
    instrument text not null check (instrument ~ '^[a-z0-9-]{1,40}$'),
    law        text not null check (length(law) between 1 and 200),
    domestic   boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from)
);
comment on column information_basis.code is 'The same code as in the register, where both have the basis';
comment on column information_basis.domestic is 'Between agencies of one country; such a basis has no parties';

create table information_kind_basis (
    kind  text not null references information_kind,
    basis text not null references information_basis,
    primary key (kind, basis)
);
comment on table information_kind_basis is 'Which kind may be asked for on which basis';

create table information_party (
    instrument text not null check (instrument ~ '^[a-z0-9-]{1,40}$'),
    country    text not null check (country ~ '^[A-Z]{2}$'),
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    exclude using gist (instrument with =, country with =, daterange(valid_from, valid_to) with &&)
);
comment on table information_party is 'Since when, and until when, a country is bound by an instrument';

insert into information_kind values
    ('need-for-protection', 'Information on the need for protection of a child on whom a measure is contemplated'),
    ('report-on-child', 'A report on the situation of a child'),
    ('whereabouts', 'Whether a child in need of protection is there'),
    ('measures-considered', 'That an authority consider measures for a child, and what it finds'),
    ('placement-consultation', 'Whether a child can be placed there, and on what conditions'),
    ('parent-and-contact', 'A report on a parent, or how contact and measures are carried out'),
    ('law-and-services', 'Which law and which services protect this child there');

insert into information_basis values
    ('national-law', 'national', 'Law of the country on child protection', true, '1900-01-01', null),
    ('hague-1996-30', 'hague-1996', 'Hague Convention of 19 October 1996, article 30(2)', false, '2002-01-01', null),
    ('hague-1996-31', 'hague-1996', 'Hague Convention of 19 October 1996, article 31(c)', false, '2002-01-01', null),
    ('hague-1996-32', 'hague-1996', 'Hague Convention of 19 October 1996, article 32', false, '2002-01-01', null),
    ('hague-1996-33', 'hague-1996', 'Hague Convention of 19 October 1996, article 33', false, '2002-01-01', null),
    ('hague-1996-34', 'hague-1996', 'Hague Convention of 19 October 1996, article 34', false, '2002-01-01', null),
    ('hague-1996-35', 'hague-1996', 'Hague Convention of 19 October 1996, article 35', false, '2002-01-01', null),
    ('brussels-2b-79', 'brussels-2b', 'Regulation (EU) 2019/1111, article 79', false, '2022-08-01', null),
    ('brussels-2b-80', 'brussels-2b', 'Regulation (EU) 2019/1111, article 80', false, '2022-08-01', null),
    ('brussels-2b-81', 'brussels-2b', 'Regulation (EU) 2019/1111, article 81', false, '2022-08-01', null),
    ('brussels-2b-82', 'brussels-2b', 'Regulation (EU) 2019/1111, article 82', false, '2022-08-01', null);

insert into information_kind_basis values
    ('need-for-protection', 'hague-1996-34'), ('need-for-protection', 'brussels-2b-80'),
    ('report-on-child', 'hague-1996-32'), ('report-on-child', 'brussels-2b-80'),
    ('whereabouts', 'hague-1996-31'), ('whereabouts', 'brussels-2b-79'),
    ('measures-considered', 'hague-1996-32'), ('measures-considered', 'brussels-2b-80'),
    ('placement-consultation', 'hague-1996-33'), ('placement-consultation', 'brussels-2b-82'),
    ('parent-and-contact', 'hague-1996-35'), ('parent-and-contact', 'brussels-2b-81'),
    ('law-and-services', 'hague-1996-30'), ('law-and-services', 'brussels-2b-79');
insert into information_kind_basis select code, 'national-law' from information_kind;

-- Brussels IIb binds the members of the Union but Denmark; the United Kingdom left before it applied (domain, part 7).
insert into information_party
select 'brussels-2b', country, '2022-08-01', null
  from unnest(array ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV',
           'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']) country;

-- Entry into force of the Convention of 1996 for each country (status table of the Hague Conference; to be confirmed).
insert into information_party
select 'hague-1996', country, since::date, null
  from (values ('CZ', '2002-01-01'), ('MC', '2002-01-01'), ('SK', '2002-01-01'), ('MA', '2002-12-01'), ('LV', '2003-04-01'),
               ('EE', '2003-06-01'), ('LT', '2004-09-01'), ('SI', '2005-02-01'), ('HU', '2006-05-01'), ('BG', '2007-02-01'),
               ('UA', '2008-02-01'), ('CH', '2009-07-01'), ('HR', '2010-01-01'), ('CY', '2010-11-01'), ('PL', '2010-11-01'),
               ('LU', '2010-12-01'), ('DE', '2011-01-01'), ('ES', '2011-01-01'), ('IE', '2011-01-01'), ('RO', '2011-01-01'),
               ('FR', '2011-02-01'), ('FI', '2011-03-01'), ('AT', '2011-04-01'), ('NL', '2011-05-01'), ('PT', '2011-08-01'),
               ('DK', '2011-10-01'), ('MT', '2012-01-01'), ('GR', '2012-06-01'), ('GB', '2012-11-01'), ('SE', '2013-01-01'),
               ('RU', '2013-06-01'), ('BE', '2014-09-01'), ('IT', '2016-01-01'), ('NO', '2016-07-01'), ('TR', '2017-02-01'))
           bound (country, since);

grant select on information_kind, information_basis, information_kind_basis, information_party to ${app};

create table guarded.information_request (
    id               uuid primary key,
    person_record_id uuid        not null references guarded.person_key on delete cascade,
    from_agency      text        not null,
    from_country     text        not null,
    to_agency        text        not null references agency,
    to_country       text        not null,
    kind             text        not null references information_kind,
    basis            text        not null references information_basis,
    status           text        not null check (status in
                         ('SENT', 'RECEIVED', 'PARTLY_ANSWERED', 'ANSWERED', 'REFUSED', 'REVOKED')),
    message          bytea       not null,
    message_hash     bytea       not null check (octet_length(message_hash) = 32),
    content_digest   bytea       not null check (octet_length(content_digest) = 32),
    sent_by          text        not null,
    stated_sent_at   timestamptz,
    sent_at          timestamptz not null,
    asked_at         timestamptz not null,
    duplicate_until  timestamptz not null,
    due_at           timestamptz not null,
    due_rule         text        not null,
    received_at      timestamptz,
    unread           boolean     not null,
    refusal          text check (refusal in ('not-the-child', 'not-found', 'no-legal-basis', 'not-necessary', 'not-competent',
                         'transmission-creates-danger', 'contact-central-authority', 'court-order-forbids')),
    refusal_note     bytea,
    escalated_to     text references agency,
    escalated_at     timestamptz,
    escalation       text check (escalation in ('UPHELD', 'REOPENED')),
    escalation_note  bytea,
    alarmed_at       timestamptz,
    closed_by        text,
    closed_at        timestamptz,
    version          integer     not null,
    constraint request_between_two_agencies check (from_agency <> to_agency),
    constraint request_due_after_sent check (due_at > sent_at),
    constraint request_clocks_agree check (stated_sent_at between sent_at - interval '15 minutes' and sent_at + interval '15 minutes'),
    constraint request_received_unless_sent
        check ((status not in ('RECEIVED', 'PARTLY_ANSWERED', 'ANSWERED', 'REFUSED') or received_at is not null)
            and (status <> 'SENT' or received_at is null)),
    constraint request_closed_at_its_end check ((status in ('ANSWERED', 'REFUSED', 'REVOKED')) = (closed_at is not null)),
    constraint request_closed_by_someone check ((closed_by is null) = (closed_at is null)),
    constraint request_refused_for_a_reason check (status <> 'REFUSED' or refusal is not null),
    constraint request_escalated_once check ((escalated_to is null) = (escalated_at is null)
        and (escalation is null or escalated_at is not null)),
    -- The second wall behind the search for a duplicate: the same content is asked once in its window.
    constraint request_is_asked_once exclude using gist
        (from_agency with =, content_digest with =, tstzrange(sent_at, duplicate_until) with &&) where (status <> 'REVOKED')
);
comment on column guarded.information_request.id is 'Random (v4): seen by both agencies, so it must not tell the time';
comment on column guarded.information_request.person_record_id is 'Of the asking agency; never shown to the recipient';
comment on column guarded.information_request.message is 'The canonical request (RFC 8785), encrypted with the key of the person record';
comment on column guarded.information_request.message_hash is
    'SHA-256 of the canonical request, which holds 128 random bits, so that the hash outlives it and tells nothing';
comment on column guarded.information_request.content_digest is 'HMAC of recipient, kind, basis and texts: two deliveries of one request agree';
comment on column guarded.information_request.stated_sent_at is 'What the partner''s clock said, where the partner stated it';
comment on column guarded.information_request.asked_at is 'When the desk that is asked now was asked: later than sent, where forwarded or reopened';
comment on column guarded.information_request.alarmed_at is 'When the sender was alarmed that nobody has received it';

create index information_request_incoming on guarded.information_request (to_agency, sent_at desc, id desc);
create index information_request_outgoing on guarded.information_request (from_agency, sent_at desc, id desc);
create index information_request_escalated on guarded.information_request (escalated_to, sent_at desc, id desc)
    where escalated_to is not null;
create index information_request_child on guarded.information_request (person_record_id);
create index information_request_unreceived on guarded.information_request (asked_at) where status = 'SENT' and alarmed_at is null;

-- The second wall behind RequestStatus.
create function guarded.information_request_moves() returns trigger language plpgsql as $$
begin
    if old.status <> new.status and (old.status, new.status) not in (
        ('SENT', 'RECEIVED'), ('SENT', 'REVOKED'),
        ('RECEIVED', 'PARTLY_ANSWERED'), ('RECEIVED', 'ANSWERED'), ('RECEIVED', 'REFUSED'), ('RECEIVED', 'REVOKED'), ('RECEIVED', 'SENT'),
        ('PARTLY_ANSWERED', 'ANSWERED'), ('PARTLY_ANSWERED', 'REFUSED'), ('PARTLY_ANSWERED', 'REVOKED'),
        ('REFUSED', 'SENT')) then
        raise exception 'A request that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger information_request_moves before update on guarded.information_request
    for each row execute function guarded.information_request_moves();

select guard_table('information_request', 'select, insert, update (to_agency, status, asked_at, due_at, due_rule, received_at, unread,'
    ' refusal, refusal_note, escalated_to, escalated_at, escalation, escalation_note, alarmed_at, closed_by, closed_at, version)');

-- Each answer as it was given. One to a revoked request is kept and not shown.
create table guarded.information_answer (
    id           uuid primary key,
    request_id   uuid        not null references guarded.information_request on delete cascade,
    from_agency  text        not null,
    answered_by  text        not null,
    answered_at  timestamptz not null,
    shown        boolean     not null,
    message      bytea       not null,
    message_hash bytea       not null check (octet_length(message_hash) = 32)
);
comment on column guarded.information_answer.message is 'The canonical answer, which repeats the hash of the request; encrypted';
comment on column guarded.information_answer.shown is 'Whether the asker reads it: not where the request was revoked before';
create index information_answer_request on guarded.information_answer (request_id, answered_at, id);
select guard_table('information_answer', 'select, insert');

-- Where each question stands; its words are in the message. What is not answered has a reason (F7).
create table guarded.information_question (
    request_id uuid not null references guarded.information_request on delete cascade,
    number     int  not null check (number between 1 and 50),
    answer_id  uuid references guarded.information_answer on delete cascade,
    withheld   text check (withheld in ('not-the-child', 'not-found', 'no-legal-basis', 'not-necessary', 'not-competent',
                   'transmission-creates-danger', 'contact-central-authority', 'court-order-forbids')),
    note       bytea,
    primary key (request_id, number),
    constraint withheld_in_an_answer check (withheld is null or answer_id is not null),
    constraint note_of_what_is_withheld check (note is null or withheld is not null)
);
comment on column guarded.information_question.note is 'Why it is withheld, for the answering agency only; encrypted';
create function guarded.question_is_answered_once() returns trigger language plpgsql as $$
begin
    if old.answer_id is not null then
        raise exception 'a question is answered once' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger question_is_answered_once before update on guarded.information_question
    for each row execute function guarded.question_is_answered_once();
select guard_table('information_question', 'select, insert, update (answer_id, withheld, note)');

-- That a desk has received the request, and which bytes it saw (D7).
create table guarded.information_receipt (
    id           uuid primary key,
    request_id   uuid        not null references guarded.information_request on delete cascade,
    agency       text        not null,
    received_by  text        not null,
    received_at  timestamptz not null,
    message_hash bytea       not null check (octet_length(message_hash) = 32)
);
comment on column guarded.information_receipt.id is 'Also the id of the relation that the register keeps while the desk answers';
create index information_receipt_request on guarded.information_receipt (request_id, received_at, id);
select guard_table('information_receipt', 'select, insert');

-- From the wrong authority to another of its country; both are told.
create table guarded.information_forwarding (
    id           uuid primary key,
    request_id   uuid        not null references guarded.information_request on delete cascade,
    from_agency  text        not null,
    to_agency    text        not null references agency,
    forwarded_by text        not null,
    forwarded_at timestamptz not null,
    check (from_agency <> to_agency)
);
create index information_forwarding_request on guarded.information_forwarding (request_id, forwarded_at, id);
select guard_table('information_forwarding', 'select, insert');

-- How the telling of a request fares in the fact outbox: read by the application, which sees no other fact.
create function telling_of(reference uuid, out waiting_since timestamptz, out buried boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
    select (select min(time) from fact_outbox
             where subject = reference and (position is null or position > (select coalesce(min(position), 0) from fact_cursor))),
           exists (select from fact_dead_letter where subject = reference)
$$;

-- Requests that nobody has received: asked before the given time, or with a telling that was refused for good.
create function unreceived_requests(most int, asked_before timestamptz) returns setof uuid
    language sql stable security definer set search_path = guarded, public, pg_temp as $$
    select id from information_request r
     where status = 'SENT' and alarmed_at is null
       and (asked_at < asked_before or exists (select from fact_dead_letter where subject = r.id))
     order by asked_at limit most
$$;
comment on function unreceived_requests(int, timestamptz) is 'Shows ids only, to the job that alarms';

revoke execute on function telling_of(uuid), unreceived_requests(int, timestamptz) from public;
grant execute on function telling_of(uuid), unreceived_requests(int, timestamptz) to ${app};
