-- Whose law holds at an agency, where laws differ within its country.
alter table agency add column place text;
update agency set place = country;
alter table agency
    alter column place set not null,
    add constraint agency_place_in_its_country check (place = country or place like country || '-%');
comment on column agency.place is 'A country or a nation in ISO 3166 codes, never a region: clocks must not tell one';
