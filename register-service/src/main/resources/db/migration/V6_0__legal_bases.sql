-- On what basis countries may tell each other something about a child, since when, and how soon an answer is due. A basis
-- has dates, and so has each country's being bound by it: both are asked on the day, nothing is wired into code.

create table legal_basis (
    code           text primary key check (code ~ '^[A-Za-z0-9._/()-]{1,64}$'),
    instrument     text not null check (length(instrument) between 1 and 200),
    article        text not null check (length(article) between 1 and 60),
    domestic       boolean not null,
    requests       boolean not null,
    notices        boolean not null,
    valid_from     date not null,
    valid_to       date check (valid_to > valid_from),
    answer_rule    text not null check (answer_rule ~ '^[A-Z0-9-]{1,40}$'),
    answer_amount  int not null check (answer_amount between 1 and 1000),
    answer_unit    text not null check (answer_unit in ('HOUR', 'CALENDAR_DAY', 'WORKING_DAY', 'MONTH')),
    answer_working boolean not null,
    confirmed      boolean not null
);
comment on column legal_basis.domestic is 'Between agencies of one country; such a basis has no parties.';
comment on column legal_basis.notices is 'Whether it lets an authority tell unasked that a child moves or is in danger.';
comment on column legal_basis.answer_working is 'Whether a period that would end on a day off runs to the next working day.';
comment on column legal_basis.confirmed is 'Whether counsel has read the source.';

create table legal_basis_party (
    basis      text not null references legal_basis,
    country    text not null check (country ~ '^[A-Z]{2}$'),
    valid_from date not null,
    valid_to   date,
    check (valid_to > valid_from),
    exclude using gist (basis with =, country with =, daterange(valid_from, valid_to) with &&)
);
comment on table legal_basis_party is 'Since when, and until when, a country is bound by a basis.';

insert into legal_basis values
    ('national-law', 'Law of the country', 'child protection', true, true, true, '1900-01-01', null, 'OURS-ANSWER', 10, 'WORKING_DAY', false, true),
    ('hague-1996-34', 'Hague Convention of 19 October 1996', '34', false, true, false, '2002-01-01', null, 'OURS-ANSWER', 3, 'MONTH', true, false),
    ('hague-1996-36', 'Hague Convention of 19 October 1996', '36', false, false, true, '2002-01-01', null, 'OURS-ANSWER', 3, 'MONTH', true, false),
    ('brussels-2b-79', 'Regulation (EU) 2019/1111', '79', false, true, false, '2022-08-01', null, 'OURS-ANSWER', 3, 'MONTH', true, false),
    ('brussels-2b-80', 'Regulation (EU) 2019/1111', '80', false, true, true, '2022-08-01', null, 'EU-80', 3, 'MONTH', true, false),
    ('brussels-2b-82', 'Regulation (EU) 2019/1111', '82', false, true, false, '2022-08-01', null, 'EU-82', 3, 'MONTH', true, false);

-- Brussels IIb binds the members of the Union but Denmark; the United Kingdom left before it applied (domain, part 7).
insert into legal_basis_party
select code, country, '2022-08-01', null
  from legal_basis,
       unnest(array ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV',
           'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']) country
 where code like 'brussels-2b-%';

-- Entry into force of the Convention of 1996 for each country (status table of the Hague Conference; to be confirmed).
insert into legal_basis_party
select code, country, since::date, null
  from legal_basis,
       (values ('CZ', '2002-01-01'), ('MC', '2002-01-01'), ('SK', '2002-01-01'), ('MA', '2002-12-01'), ('LV', '2003-04-01'),
               ('EE', '2003-06-01'), ('LT', '2004-09-01'), ('SI', '2005-02-01'), ('HU', '2006-05-01'), ('BG', '2007-02-01'),
               ('UA', '2008-02-01'), ('CH', '2009-07-01'), ('HR', '2010-01-01'), ('CY', '2010-11-01'), ('PL', '2010-11-01'),
               ('LU', '2010-12-01'), ('DE', '2011-01-01'), ('ES', '2011-01-01'), ('IE', '2011-01-01'), ('RO', '2011-01-01'),
               ('FR', '2011-02-01'), ('FI', '2011-03-01'), ('AT', '2011-04-01'), ('NL', '2011-05-01'), ('PT', '2011-08-01'),
               ('DK', '2011-10-01'), ('MT', '2012-01-01'), ('GR', '2012-06-01'), ('GB', '2012-11-01'), ('SE', '2013-01-01'),
               ('RU', '2013-06-01'), ('BE', '2014-09-01'), ('IT', '2016-01-01'), ('NO', '2016-07-01'), ('TR', '2017-02-01'))
           bound (country, since)
 where code like 'hague-1996-%';

grant select on legal_basis, legal_basis_party to ${app};

-- Where a child is in serious danger, no missing basis keeps the other country from being told (architecture, invariant 4):
-- it is told at once, and a supervisor who did not decide it looks at it on the next working day.
create table guarded.derogation (
    id            uuid primary key,
    entry_id      uuid not null references guarded.entry on delete cascade,
    agency        text not null references agency,
    country       text not null check (country ~ '^[A-Z]{2}$'),
    kind          text not null check (kind in ('movement', 'alert')),
    reference     uuid not null,
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    review_due_on date not null,
    outcome       text check (outcome in ('justified', 'not-justified')),
    reviewed_by   text,
    reviewed_at   timestamptz,
    version       int not null,
    unique (reference, country),
    check ((outcome is null) = (reviewed_by is null) and (outcome is null) = (reviewed_at is null)),
    check (reviewed_by <> recorded_by)
);
comment on table guarded.derogation is 'Told to a country for vital interests, where no basis was in force between both.';
create index derogation_entry on guarded.derogation (entry_id);
create index derogation_agency on guarded.derogation (agency, recorded_at desc, id);
select guard_table('derogation', 'select, insert, update');

create function guarded.keep_derogation() returns trigger language plpgsql as $$
begin
    if old.outcome is not null or (to_jsonb(new) - '{outcome,reviewed_by,reviewed_at,version}'::text[])
            <> (to_jsonb(old) - '{outcome,reviewed_by,reviewed_at,version}'::text[]) then
        raise exception 'a derogation is reviewed once, and nothing else of it changes' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_derogation before update on guarded.derogation for each row execute function guarded.keep_derogation();

-- Nothing about a child reaches a country from which it claims protection (invariant 7), whoever writes it.
create function guarded.keep_from_claimed() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    if exists (select from entry where id = new.entry_id and new.country = any (claims_protection_from)) then
        raise exception 'protection is claimed from this country' using errcode = '23514';
    end if;
    return new;
end $$;
