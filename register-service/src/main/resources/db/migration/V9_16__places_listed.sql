-- The other services know whose law holds at an agency by its place, which facts about agencies did not tell at first. All are
-- told once more, each under the UUID (version 3) that later facts about it have.
insert into fact_outbox (id, type, subject, time, data)
select gen_random_uuid(), 'agency.listed', overlay(overlay(md5(agency.code) placing '3' from 13)
           placing substr('89ab', 1 + (('x' || substr(md5(agency.code), 17, 1))::bit(4) & b'0011')::int, 1) from 17)::uuid,
       now(), jsonb_build_object('code', agency.code, 'name', agency.name, 'country', agency.country,
           'place', coalesce(area.nation, agency.country), 'type', agency.type)::text
  from agency left join area on area.code = agency.area order by agency.code;
