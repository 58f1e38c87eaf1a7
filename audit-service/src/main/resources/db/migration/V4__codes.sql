-- What is searched are codes, tags and pseudonyms: compared byte by byte they cost half of what words of a language cost,
-- and each append compares some hundred of them. Nothing here is sorted for people.

drop view public.leaf, public.access_event, public.event_subject;

alter table guarded.leaf alter column source type text collate "C";
alter table guarded.access_event
    alter column source type text collate "C",
    alter column actor type text collate "C",
    alter column agency type text collate "C",
    alter column case_ref type text collate "C";
alter table guarded.event_subject
    alter column subject type text collate "C",
    alter column agency type text collate "C";

select guard_table('leaf', 'select');
select guard_table('access_event', 'select');
select guard_table('event_subject', 'select');
