-- The directory tells about agencies, never about children: it is not guarded.
create table agency (
    code       text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9-]{1,30}$'),
    name       text not null check (length(name) between 1 and 200),
    country    text not null check (country ~ '^[A-Z]{2}$'),
    area       text check (length(area) <= 20),
    type       text not null check (type ~ '^[a-z-]{1,40}$')
);
create index agency_country on agency (country);

create table desk (
    code      text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9-]{1,40}$'),
    agency    text not null references agency,
    name      text not null check (length(name) between 1 and 200),
    kind      text not null check (kind in ('duty', 'national')),
    phone     text not null check (length(phone) between 3 and 40),
    email     text not null check (length(email) between 3 and 200),
    hours     text not null check (length(hours) between 1 and 200),
    languages text[] not null check (cardinality(languages) between 1 and 20)
);
create unique index desk_duty on desk (agency) where kind = 'duty';
comment on index desk_duty is 'An agency has one duty desk, so that a caller never has to choose.';

create table measure (
    code     text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9-]{1,40}$'),
    country  text not null check (country ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    name     text not null check (length(name) between 1 and 200),
    language text not null check (language ~ '^[a-z]{2,3}$'),
    class    text not null check (class in ('registered-plan', 'supervision-order', 'voluntary-support',
        'out-of-home-placement', 'emergency-removal', 'guardianship', 'travel-ban', 'missing-alert', 'unborn-plan'))
);
comment on column measure.name is 'In the country''s own words; class is the common one.';

create table agreement (
    id         text primary key check (id ~ '^[A-Za-z0-9-]{1,60}$'),
    country_a  text not null check (country_a ~ '^[A-Z]{2}$'),
    country_b  text not null check (country_b ~ '^[A-Z]{2}$'),
    basis      text not null check (basis ~ '^[A-Za-z0-9._/()-]{1,64}$'),
    level      text not null check (level in ('request', 'summary')),
    purposes   text[] not null check (cardinality(purposes) between 1 and 20),
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    check (country_a < country_b)
);
create index agreement_between on agreement (country_a, country_b, basis);

grant select, insert, update on agency, desk, measure, agreement to ${app};
