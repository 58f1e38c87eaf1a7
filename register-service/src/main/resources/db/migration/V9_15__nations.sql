-- Whose law holds in an area where laws differ within a country: clocks know it, and nothing smaller.
alter table area
    add column nation text references area,
    add constraint area_in_its_nation check (left(nation, 2) = country);
comment on column area.nation is 'The part of the country whose law holds there, such as GB-ENG; null where it is the country''s.';
update area set nation = 'GB-ENG' where code in ('GB-KEN', 'GB-LDS');
update area set nation = code where code in ('GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR');
