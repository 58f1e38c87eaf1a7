-- What this service knows of the desks of the directory: fed by facts `desk.listed` from the register. No child data, so not
-- guarded. Facts of different subjects may come in any order, so a desk may be known before its agency.
create table desk (
    code       text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9-]{1,40}$'),
    agency     text not null,
    name       text not null,
    kind       text not null check (kind in ('duty', 'national', 'team')),
    languages  text[] not null,
    time_zone  text,
    valid_from date,
    valid_to   date check (valid_to > valid_from)
);
create index desk_agency on desk (agency);
grant select, insert, update on desk to ${app};
create index agency_country_type on agency (country, type);
