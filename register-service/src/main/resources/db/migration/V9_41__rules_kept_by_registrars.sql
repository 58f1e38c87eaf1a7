-- How long a place keeps what has ended, and on what legal basis countries tell each other something, are rules in time that two
-- registrars change, as all others of the directory: a country that accedes to a convention needs no release.
alter table guarded.retention drop constraint retention_rule_fkey;
alter table retention_rule
    drop constraint retention_rule_pkey,
    add column valid_from date not null default '2000-01-01',
    add column valid_to date check (valid_to > valid_from),
    add column version int not null default 0,
    add primary key (place, valid_from),
    add constraint retention_rule_once exclude using gist (place with =, daterange(valid_from, valid_to) with &&);
alter table retention_rule alter column valid_from drop default;
grant insert, update on retention_rule to ${app};
create constraint trigger confirmed after insert or update on retention_rule deferrable initially deferred
    for each row execute function require_confirmation('retention-rule', 'place');

alter table guarded.retention add column rule_from date not null default '2000-01-01',
    add foreign key (rule, rule_from) references retention_rule;
alter table guarded.retention alter column rule_from drop default;
comment on column guarded.retention.rule_from is 'The rule of its place that was in force when the measure ended.';
select guard_table('retention', 'select, insert, update');

drop function retention_rule_for(text);

alter table legal_basis add column version int not null default 0;
grant insert, update on legal_basis to ${app};
grant insert, update, delete on legal_basis_party to ${app};
create constraint trigger confirmed after insert or update on legal_basis deferrable initially deferred
    for each row execute function require_confirmation('legal-basis', 'code');
create constraint trigger confirmed after insert or update or delete on legal_basis_party deferrable initially deferred
    for each row execute function require_confirmation('legal-basis', 'basis');
