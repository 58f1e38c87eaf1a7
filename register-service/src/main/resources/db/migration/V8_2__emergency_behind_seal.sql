-- Who breaks the glass for a hidden child, and who is kept from it and asks, may be near the place where it is: while a sealing
-- stands the old agency is told of neither, and the named workers are told of both.

alter table guarded.sealing_note drop constraint sealing_note_kind_check, add constraint sealing_note_kind check (kind in (
    'front-changed', 'front-ended', 'front-passed-on', 'front-transfer', 'front-workers-named', 'sealing-asked-again',
    'excluded-asked', 'emergency-opened'));

create or replace function guarded.keep_notice() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
declare
    front uuid;
begin
    if new.kind like 'look-%' or new.kind like 'disclosure-%' or new.kind in ('emergency-opened', 'excluded-asked') then
        select id into front from entry where person_record_id = new.person_record_id and holder = new.agency
         order by status limit 1;
        new.sealing := sealing_of(front);
        -- Whoever asks although they are kept from it is an alarm for the whole desk.
        new.for_workers_of := case when new.kind <> 'excluded-asked' then workers_of(front) end;
        if new.kind in ('emergency-opened', 'excluded-asked') then
            insert into sealing_note (sealing_id, kind)
            select id, new.kind from sealing
             where person_record_id = new.person_record_id and unsealed_at is null
               and (id = new.sealing or new.kind = 'excluded-asked');
        end if;
    end if;
    return new;
end $$;
