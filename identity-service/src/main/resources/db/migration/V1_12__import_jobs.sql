-- An import of any length: lines come in parts and are taken in chunks, each with its event in one transaction.

create table guarded.import_job (
    id         uuid        primary key,
    agency     text        not null check (agency <> ''),
    actor      text        not null check (actor <> ''),
    status     text        not null check (status in ('OPEN', 'COMPLETED', 'CANCELLED')),
    lines      bigint      not null check (lines >= 0),
    accepted   bigint      not null check (accepted >= 0),
    known      bigint      not null check (known >= 0),
    rejected   bigint      not null check (rejected >= 0),
    opened_at  timestamptz not null,
    changed_at timestamptz not null,
    version    integer     not null,
    constraint import_job_counts_lines check (accepted + known + rejected <= lines)
);
comment on table guarded.import_job is 'How far an import has come. What was taken stays, even when it is cancelled.';
comment on column guarded.import_job.lines is 'Lines taken, blank ones too: where the next part begins.';
comment on column guarded.import_job.known is 'Lines about persons whom an earlier import brought in; they keep their records.';

create table guarded.import_rejection (
    import_id uuid   not null references guarded.import_job (id) on delete cascade,
    line      bigint not null check (line > 0),
    code      text   not null,
    detail    text   not null,
    primary key (import_id, line)
);
comment on table guarded.import_rejection is 'A line that was left out, and why; never a value from it.';

insert into guarded.import_job (id, agency, actor, status, lines, accepted, known, rejected, opened_at, changed_at, version)
    select id, agency, actor, 'COMPLETED', accepted + jsonb_array_length(rejected::jsonb), accepted, 0,
           jsonb_array_length(rejected::jsonb), imported_at, imported_at, 0
      from guarded.import_report;
insert into guarded.import_rejection (import_id, line, code, detail)
    select i.id, r.line, r.code, r.detail
      from guarded.import_report i, jsonb_to_recordset(i.rejected::jsonb) as r (line bigint, code text, detail text)
    on conflict do nothing;

drop view public.import_report;
drop table guarded.import_report;

alter table guarded.person add column import_id uuid;
comment on column guarded.person.import_id is 'Which import brought the record in; null for records made by hand.';
select guard_table('person', 'select, insert, update');

select guard_table('import_job', 'select, insert, update (status, lines, accepted, known, rejected, changed_at, version)'),
       guard_table('import_rejection', 'select, insert');
