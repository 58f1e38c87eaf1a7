-- Police, a border guard or an NGO meet somebody of whom they have no person record. Their referral hangs on a key of its own
-- until the local authority has recorded the person, and goes with that record then.
alter table guarded.trafficking_referral
    add column record_known    boolean not null default true,
    add column local_record_id uuid references guarded.person_key on delete cascade,
    add constraint trafficking_recorded_once check (local_record_id is null or not record_known);
comment on column guarded.trafficking_referral.record_known is 'False where person_record_id names no record of identity, only the key of the texts';
comment on column guarded.trafficking_referral.local_record_id is 'The record that the local authority made where the referrer had none';
comment on column guarded.trafficking_referral.age_doubt_told is 'Whether nothing is left to tell identity of a doubt about the age';
create index trafficking_local_record on guarded.trafficking_referral (local_record_id);

-- With the record that was made later the key of the texts goes too.
create function guarded.trafficking_key_goes_too() returns trigger
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    delete from person_key where person_record_id = old.person_record_id;
    return null;
end $$;
create trigger trafficking_key_goes_too after delete on guarded.trafficking_referral
    for each row when (not old.record_known) execute function guarded.trafficking_key_goes_too();

select guard_table('trafficking_referral', 'update (local_record_id)');
