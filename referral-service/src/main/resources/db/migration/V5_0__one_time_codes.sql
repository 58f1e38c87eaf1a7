-- Somebody without an account writes once, with a code that is kept as a keyed hash only.
create table guarded.one_time_code (
    code_hash        bytea primary key check (octet_length(code_hash) = 32),
    use              text not null check (use in ('CONTRIBUTION', 'FEEDBACK')),
    reference        uuid not null,
    person_record_id uuid not null references guarded.person_key on delete cascade,
    issued_at        timestamptz not null,
    expires_at       timestamptz not null,
    used_at          timestamptz,
    revoked_at       timestamptz,
    constraint code_is_good_for_a_week_at_most
        check (expires_at > issued_at and expires_at <= issued_at + interval '168 hours'),
    constraint code_is_used_in_time check (used_at >= issued_at and used_at < expires_at),
    constraint code_is_used_or_revoked check (used_at is null or revoked_at is null)
);
comment on column guarded.one_time_code.code_hash is 'HMAC of use and code under the index key: the code itself was shown once';
comment on column guarded.one_time_code.reference is 'What it lets somebody write, a contribution say';
create unique index one_time_code_open on guarded.one_time_code (reference, use) where used_at is null and revoked_at is null;
create index one_time_code_child on guarded.one_time_code (person_record_id);

create function guarded.code_is_good_once() returns trigger language plpgsql as $$
begin
    if old.used_at is not null or old.revoked_at is not null then
        raise exception 'a code that is used or revoked does not change' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger code_is_good_once before update on guarded.one_time_code
    for each row execute function guarded.code_is_good_once();

select guard_table('one_time_code', 'select, insert, update (used_at, revoked_at)');
