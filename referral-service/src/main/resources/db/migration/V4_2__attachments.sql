-- Files that belong to a section of a referral. They are read by whoever reads the section, and go with the child's key.
create table guarded.attachment (
    id          uuid primary key,
    referral_id uuid        not null references guarded.referral on delete cascade,
    section     text        not null check (section ~ '^[A-Z_]{1,20}$'),
    media_type  text        not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
    size_bytes  bigint      not null check (size_bytes > 0),
    sha256      bytea       not null check (octet_length(sha256) = 32),
    file_key    bytea       not null,
    title       bytea,
    added_by    text        not null,
    added_at    timestamptz not null
);
comment on column guarded.attachment.media_type is 'As its content says, not its name or its sender';
comment on column guarded.attachment.sha256 is 'Of the content in clear';
comment on column guarded.attachment.file_key is 'The key of the content, encrypted with the key of the child''s record';
comment on column guarded.attachment.title is 'Encrypted with the key of the child''s record';
create index attachment_referral on guarded.attachment (referral_id, added_at, id);
select guard_table('attachment', 'select, insert');

create table guarded.attachment_chunk (
    attachment_id uuid    not null references guarded.attachment on delete cascade,
    seq           integer not null check (seq >= 0),
    content       bytea   not null check (octet_length(content) between 1 and 262144),
    primary key (attachment_id, seq)
);
comment on table guarded.attachment_chunk is 'The encrypted content in pieces, so that no request holds a file in memory';
-- Ciphertext does not compress.
alter table guarded.attachment_chunk alter column content set storage external;
select guard_table('attachment_chunk', 'select, insert');
