-- What somebody without an account was asked to write, once, about a child: information of a third party, not verified.
create table guarded.contribution (
    id               uuid primary key,
    person_record_id uuid        not null references guarded.person_key on delete cascade,
    agency           text        not null,
    asked_by         text        not null,
    asked_at         timestamptz not null,
    writer           text        not null check (writer in ('embassy', 'benefits', 'school', 'health', 'police', 'guardian', 'ngo',
                         'residential-home', 'court', 'other')),
    about_kind       text        not null check (about_kind in ('child', 'assessment', 'referral', 'information-request')),
    about_id         uuid,
    ask              bytea       not null,
    expires_at       timestamptz not null,
    status           text        not null check (status in ('ASKED', 'ARRIVED', 'READ', 'REVOKED')),
    message          bytea,
    message_hash     bytea check (octet_length(message_hash) = 32),
    arrived_at       timestamptz,
    read_by          text,
    read_at          timestamptz,
    version          integer     not null,
    constraint contribution_about_something check ((about_kind = 'child') = (about_id is null)),
    constraint contribution_expires check (expires_at > asked_at),
    constraint contribution_arrived_whole check ((message is null) = (arrived_at is null) and (message is null) = (message_hash is null)),
    constraint contribution_arrived check ((status in ('ARRIVED', 'READ')) = (arrived_at is not null)),
    constraint contribution_in_time check (arrived_at < expires_at),
    constraint contribution_read check ((status = 'READ') = (read_at is not null) and (read_at is null) = (read_by is null))
);
comment on column guarded.contribution.ask is 'The text meant for the writer, encrypted; the writer has it from the worker, never from here';
comment on column guarded.contribution.message is 'What the writer sent, with the time and 128 random bits, canonical (RFC 8785); encrypted';
comment on column guarded.contribution.message_hash is 'SHA-256 of it, as in the writer''s receipt';
create index contribution_of_agency on guarded.contribution (agency, asked_at desc, id desc);
create index contribution_child on guarded.contribution (person_record_id);

create function guarded.contribution_moves() returns trigger language plpgsql as $$
begin
    if old.message is not null and new.message is distinct from old.message
        or (old.status, new.status) not in (('ASKED', 'ARRIVED'), ('ASKED', 'REVOKED'), ('ARRIVED', 'READ')) then
        raise exception 'A contribution that is % cannot become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger contribution_moves before update on guarded.contribution
    for each row execute function guarded.contribution_moves();
select guard_table('contribution', 'select, insert, update (status, message, message_hash, arrived_at, read_by, read_at, version)');
