-- An agency can have more desks than the one that answers the telephone, and the other services know of all of them.
alter table desk drop constraint desk_kind_check;
alter table desk add constraint desk_kind_check check (kind in ('duty', 'national', 'team'));
comment on column desk.kind is 'duty: whom others call; national: whom other countries call; team: where work lies, called by nobody.';

-- Those that stand in the directory already, each under the UUID (version 3) that later facts about it have.
insert into fact_outbox (id, type, subject, time, data)
select gen_random_uuid(), 'desk.listed', overlay(overlay(md5(code) placing '3' from 13)
           placing substr('89ab', 1 + (('x' || substr(md5(code), 17, 1))::bit(4) & b'0011')::int, 1) from 17)::uuid, now(),
       jsonb_build_object('code', code, 'agency', agency, 'name', name, 'kind', kind, 'languages', languages,
           'timeZone', time_zone, 'validFrom', valid_from, 'validTo', valid_to)::text
  from desk order by code;
