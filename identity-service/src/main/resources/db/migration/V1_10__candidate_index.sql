-- The index by which a search finds the records worth comparing: 64-bit keys of the matching engine under a secret.
-- Keys that too many people share are hot, and give way to longer ones; a dictionary of keyed hashes finds misspelled
-- words. Every record remembers the keys it is under, so that it can be taken out exactly.

alter table guarded.person add column no bigint generated always as identity;
alter table guarded.person add constraint person_no unique (no);
comment on column guarded.person.no is 'Short name of the record inside this database. It tells the order of recording, so it never leaves it.';
select guard_table('person', 'select, insert, update');

drop view public.person_key;
drop table guarded.person_key;
drop function unindex_person(uuid);

create table guarded.person_key (
    key    bigint not null,
    person bigint not null,
    primary key (key, person)
);
comment on table guarded.person_key is 'By which a search finds the records worth comparing. Only its primary key is ever read.';
comment on column guarded.person_key.key is 'SipHash of a combination of words and dates under a secret of the service.';
select guard_table('person_key', 'select, insert');

create table guarded.person_index (
    person bigint   primary key references guarded.person (no) on delete cascade,
    epoch  integer  not null,
    keys   bigint[] not null,
    words  bigint[] not null
);
comment on table guarded.person_index is 'What a record can be found by.';
comment on column guarded.person_index.epoch is 'Which secret and which scheme of the engine made the keys. Records of another epoch are indexed anew.';
select guard_table('person_index', 'select, insert');

create table guarded.hot_key (key bigint primary key);
comment on table guarded.hot_key is 'Keys that more people share than is worth reading: newer records stand under longer ones. Never cools.';
select guard_table('hot_key', 'select, insert');

create table guarded.name_word (
    word     bigint primary key,
    skeleton bigint not null
);
comment on table guarded.name_word is 'The words of names that somebody bears, as keyed hashes of how they sound and of their consonants.';
select guard_table('name_word', 'select, insert');

create table guarded.name_variant (
    variant bigint not null,
    word    bigint not null references guarded.name_word (word) on delete cascade,
    primary key (variant, word)
);
create index name_variant_word on guarded.name_variant (word);
comment on table guarded.name_variant is 'Keyed hashes of words with letters left out: two words one slip apart share one.';
select guard_table('name_variant', 'select, insert');

create table guarded.person_word (
    word   bigint not null,
    person bigint not null,
    primary key (word, person)
);
comment on table guarded.person_word is 'Who bears a word: how common it is, and whether it goes when they go.';
select guard_table('person_word', 'select, insert');

create table index_epoch (
    epoch       integer     primary key,
    after       bigint      not null default 0,
    started_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz
);
comment on table index_epoch is 'How far the records have been indexed under an epoch. Holds nothing about a child.';
grant select, insert (epoch), update (after, finished_at) on index_epoch to ${app};

-- These functions keep their plans, and would keep one that was made while the tables were empty: hence no sequential scans.

-- Those of the keys that are hot.
create function hot_among(keys bigint[]) returns setof bigint
    language plpgsql stable security definer set search_path = guarded, pg_temp set enable_seqscan = off as $$
begin
    perform public.audit_guard();
    return query select h.key from hot_key h where h.key = any(keys);
end $$;

-- Makes those of the keys hot that more than so many people share.
create function heat(keys bigint[], most integer) returns void
    language plpgsql security definer set search_path = guarded, pg_temp set enable_seqscan = off as $$
begin
    perform public.audit_guard();
    insert into hot_key (key)
        select distinct k.key from unnest(keys) as k (key)
         where (select count(*) from (
                    select from person_key p where p.key = k.key limit most + 1) as bucket) > most
         order by k.key
        on conflict do nothing;
end $$;

-- Those who share most with a question, most first. A shared key says the more the fewer people have it; one that more
-- than so many have says too little to be read.
create function candidates(keys bigint[], people bigint, longest integer, most integer) returns setof bigint
    language plpgsql stable security definer set search_path = guarded, pg_temp set enable_seqscan = off as $$
begin
    perform public.audit_guard();
    return query
        with hit as (
            select bucket.person, count(*) over (partition by k.key) as size
              from unnest(keys) as k (key)
             cross join lateral (select p.person from person_key p where p.key = k.key limit longest + 1) as bucket)
        select hit.person from hit where hit.size <= longest
         group by hit.person
         order by sum(1 + ln(greatest(people, hit.size)::double precision / hit.size)) desc, hit.person
         limit most;
end $$;

-- The words, by their consonants, that have one of the variants. Of a variant that very many have, the first hundred.
create function words_near(variants bigint[]) returns table (variant bigint, skeleton bigint)
    language plpgsql stable security definer set search_path = guarded, pg_temp set enable_seqscan = off as $$
begin
    perform public.audit_guard();
    return query
        select v.variant, w.skeleton from unnest(variants) as v (variant)
         cross join lateral (select n.word from name_variant n where n.variant = v.variant limit 100) as near
          join name_word w on w.word = near.word;
end $$;

-- How many people there are, as far as the prior of a match needs to know.
create function population() returns bigint
    language plpgsql stable security definer set search_path = guarded, pg_temp set enable_seqscan = off as $$
begin
    perform public.audit_guard();
    return (select coalesce(max(no), 0) from person);
end $$;

-- Makes a record unfindable. Words that nobody else bears are forgotten; who adds words meanwhile waits, or is waited for.
create function unindex_person(record uuid) returns void
    language plpgsql security definer set search_path = guarded, pg_temp set enable_seqscan = off as $$
declare
    found person_index%rowtype;
begin
    perform public.audit_guard();
    perform pg_advisory_xact_lock(1463900491);
    delete from person_index i using person p where p.id = record and i.person = p.no returning i.* into found;
    delete from person_key where key = any(found.keys) and person = found.person;
    delete from person_word where word = any(found.words) and person = found.person;
    delete from name_word w where w.word = any(found.words)
        and not exists (select from person_word other where other.word = w.word);
end $$;

revoke execute on function hot_among(bigint[]), heat(bigint[], integer), words_near(bigint[]), population(),
    candidates(bigint[], bigint, integer, integer), unindex_person(uuid) from public;
grant execute on function hot_among(bigint[]), heat(bigint[], integer), words_near(bigint[]), population(),
    candidates(bigint[], bigint, integer, integer), unindex_person(uuid) to ${app};

create or replace function erase_person(record uuid) returns boolean
    language plpgsql security definer set search_path = guarded, pg_temp as $$
begin
    perform public.audit_guard();
    if not exists (select from erasure where person_id = record and status = 'APPROVED') then
        raise exception 'nobody has decided to erase this record' using errcode = '42501';
    end if;
    insert into erased_person (id, agency) select id, agency from person where id = record;
    perform public.unindex_person(record);
    delete from search_candidate where person_id = record
        or search_id in (select id from search where expires_at < now());
    delete from search where expires_at < now();
    delete from person where id = record;
    delete from public.idempotency_key where location like '%/' || record::text || '%';
    return true;
end $$;
