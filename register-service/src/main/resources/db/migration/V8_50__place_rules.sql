-- Rules of places are changed by two registrars too.
alter table place_rule add column version int not null default 0;
grant insert, update on place_rule to ${app};
create constraint trigger confirmed after insert or update on place_rule deferrable initially deferred
    for each row execute function require_confirmation('place-rule', 'place');
