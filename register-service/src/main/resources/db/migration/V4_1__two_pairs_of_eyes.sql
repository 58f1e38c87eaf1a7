-- Every change of the directory, of policies and of rules is proposed by one registrar and takes effect when another one
-- confirms it.

create table proposed_change (
    id              uuid primary key,
    kind            text not null check (kind ~ '^[a-z-]{1,30}$'),
    code            text not null check (length(code) between 1 and 64),
    base_version    int,
    before          text check (jsonb_typeof(before::jsonb) = 'object'),
    after           text not null check (jsonb_typeof(after::jsonb) = 'object'),
    state           text not null check (state in ('proposed', 'confirmed', 'refused', 'withdrawn')),
    proposed_by     text not null check (length(proposed_by) between 1 and 100),
    proposer_agency text not null,
    proposed_at     timestamptz not null,
    decided_by      text,
    decider_agency  text,
    decided_at      timestamptz check (decided_at >= proposed_at),
    decided_in      xid8,
    reason          text check (length(reason) between 1 and 500),
    version         int not null,
    check ((state = 'proposed') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is null) = (decider_agency is null)),
    constraint two_pairs_of_eyes check (state not in ('confirmed', 'refused') or decided_by <> proposed_by),
    constraint own_withdrawal check (state <> 'withdrawn' or decided_by = proposed_by),
    check ((state = 'refused') = (reason is not null))
);
comment on table proposed_change is 'Who proposed what, who decided, when, and what was there before: kept for good.';
comment on column proposed_change.base_version is 'What the author saw; null where there was nothing. A change of anything else is stale.';
comment on constraint two_pairs_of_eyes on proposed_change is 'Nobody confirms or refuses what is their own.';
create unique index proposed_change_once on proposed_change (kind, code, md5(after)) where state = 'proposed';
create index proposed_change_newest on proposed_change (proposed_at desc, id desc);
create index proposed_change_of on proposed_change (kind, code, proposed_at desc, id desc);
grant select, insert, update on proposed_change to ${app};

create function keep_proposed_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'proposed' then
            raise exception 'a change begins as a proposal' using errcode = '23514';
        end if;
    elsif old.state <> 'proposed' then
        raise exception 'a change that was decided stays so' using errcode = '23514';
    elsif (new.id, new.kind, new.code, new.base_version, new.before, new.after, new.proposed_by, new.proposer_agency, new.proposed_at)
            is distinct from
          (old.id, old.kind, old.code, old.base_version, old.before, old.after, old.proposed_by, old.proposer_agency, old.proposed_at) then
        raise exception 'what was proposed does not change' using errcode = '23514';
    end if;
    new.decided_in := case when new.state = 'confirmed' then pg_current_xact_id() end;
    return new;
end $$;
create trigger keep_proposed_change before insert or update on proposed_change
    for each row execute function keep_proposed_change();

-- The application writes nothing of the directory but what was confirmed in the same transaction; migrations may.
create function require_confirmation() returns trigger language plpgsql as $$
declare
    changed text := to_jsonb(coalesce(new, old)) ->> tg_argv[1];
begin
    if session_user = '${app}' and not exists (
            select from proposed_change where kind = tg_argv[0] and code = changed
               and state = 'confirmed' and decided_in = pg_current_xact_id()) then
        raise exception 'the directory changes by a confirmed proposal only' using errcode = '23514';
    end if;
    return null;
end $$;

-- Words of a measure in time: what a plan is called from next year on is written this year.
create table measure_words (
    id         uuid primary key default gen_random_uuid(),
    code       text not null references measure,
    name       text not null check (length(name) between 1 and 200),
    language   text not null check (language ~ '^[a-z]{2,3}$'),
    valid_from date,
    valid_to   date check (valid_to > valid_from),
    constraint measure_words_once exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
insert into measure_words (code, name, language) select code, name, language from measure;
alter table measure drop column name, drop column language, add column version int not null default 0;
comment on column measure.class is 'The common one; the country''s own words are in measure_words.';
grant select, insert, update on measure_words to ${app};

alter table agency add column version int not null default 0;

alter table desk
    add column time_zone  text check (length(time_zone) between 1 and 40),
    add column valid_from date,
    add column valid_to   date check (valid_to > valid_from),
    add column version    int not null default 0;
create table desk_hours (
    desk   text not null references desk,
    day    text not null check (day in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    opens  int not null check (opens >= 0),
    closes int not null check (closes <= 1440),
    check (opens < closes),
    exclude using gist (desk with =, day with =, int4range(opens, closes) with &&)
);
comment on table desk_hours is 'When a desk answers, in minutes of its own day; a night is two rows.';
grant select, insert, delete on desk_hours to ${app};

alter table agreement
    add column agency_a text references agency,
    add column agency_b text references agency,
    add column version  int not null default 0;
comment on column agreement.agency_a is 'Where the agreement is between agencies and not whole countries: the one in country_a.';

create constraint trigger confirmed after insert or update on agency deferrable initially deferred
    for each row execute function require_confirmation('agency', 'code');
create constraint trigger confirmed after insert or update on desk deferrable initially deferred
    for each row execute function require_confirmation('desk', 'code');
create constraint trigger confirmed after insert or delete on desk_hours deferrable initially deferred
    for each row execute function require_confirmation('desk', 'desk');
create constraint trigger confirmed after insert or update on measure deferrable initially deferred
    for each row execute function require_confirmation('measure', 'code');
create constraint trigger confirmed after insert or update on measure_words deferrable initially deferred
    for each row execute function require_confirmation('measure', 'code');
create constraint trigger confirmed after insert or update on agreement deferrable initially deferred
    for each row execute function require_confirmation('agreement', 'id');
create constraint trigger confirmed after insert or update on area deferrable initially deferred
    for each row execute function require_confirmation('area', 'code');
create constraint trigger confirmed after insert or update on harm deferrable initially deferred
    for each row execute function require_confirmation('harm', 'code');
