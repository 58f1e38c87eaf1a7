-- What keeps the answer about a child from those who would endanger it. Whoever is responsible sets it, at the start or later.

alter table guarded.entry
    add column under_threat boolean not null default false,
    add column claims_protection_from text[] not null default '{}' check (
        cardinality(claims_protection_from) <= 20
        and array_to_string(claims_protection_from, ',', '-') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$'),
    add column asylum boolean not null default false,
    add column transmission_danger boolean not null default false;
comment on column guarded.entry.under_threat is 'Somebody means the child harm and would use what is told: nothing is told without a person''s decision.';
comment on column guarded.entry.claims_protection_from is
    'Countries from which the child or family claims protection: no answer, notice, request or alert reaches them (invariant 7).';
comment on column guarded.entry.transmission_danger is
    'To tell would endanger person or property of the child or liberty or life of its family (Hague Convention 1996, article 37).';

alter table guarded.entry_version
    add column under_threat boolean not null default false,
    add column claims_protection_from text[] not null default '{}',
    add column asylum boolean not null default false,
    add column transmission_danger boolean not null default false;

select guard_table('entry', 'select, insert, update');
select guard_table('entry_version', 'select');

-- A version keeps every column that an entry and a version share, so that none is forgotten when one is added.
create or replace function guarded.keep_version() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    insert into entry_version
    select (jsonb_populate_record(null::entry_version,
        to_jsonb(new) || jsonb_build_object('entry_id', new.id, 'written_at', clock_timestamp()))).*;
    return null;
end $$;

-- Recently ended entries are still found by checks, so a threat that is learnt of later must still be noted.
drop trigger keep_ended on guarded.entry;
create trigger keep_ended before update on guarded.entry
    for each row when (
        to_jsonb(new) - '{wrapped_key,version,under_threat,claims_protection_from,asylum,transmission_danger}'::text[]
        <> to_jsonb(old) - '{wrapped_key,version,under_threat,claims_protection_from,asylum,transmission_danger}'::text[])
    execute function guarded.keep_ended();
