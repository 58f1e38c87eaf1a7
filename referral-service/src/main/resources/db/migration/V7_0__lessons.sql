-- What was learned from work with children, by itself: no child, no person and no case can be found from a lesson. So it is not
-- guarded, and nothing in it refers to a guarded row.

-- The language's own endings where PostgreSQL knows them, plain words beside them: a search in any language finds proper terms.
create function lesson_dictionary(language text) returns regconfig
    language sql immutable parallel safe as $$
    select cast(case language when 'en' then 'english' when 'fr' then 'french' when 'de' then 'german' when 'nl' then 'dutch'
        when 'es' then 'spanish' when 'it' then 'italian' when 'pt' then 'portuguese' when 'ro' then 'romanian'
        when 'sv' then 'swedish' when 'el' then 'greek' else 'simple' end as regconfig)
$$;
create function lesson_words(language text, words text) returns tsvector
    language sql immutable parallel safe as $$
    select to_tsvector('simple', words) || to_tsvector(public.lesson_dictionary(language), words)
$$;

create table lesson (
    id            uuid primary key,
    kind          text not null check (kind in ('worked-well', 'went-wrong', 'idea', 'model-from-elsewhere')),
    about         text not null check (about in ('referral', 'information-request', 'assessment', 'trafficking-referral',
        'missing-episode', 'feedback', 'other')),
    phase         text not null check (phase in ('identification', 'assessment', 'planning', 'sharing', 'transfer', 'response',
        'follow-up')),
    harms         text[] not null check (cardinality(harms) <= 6),
    measure_class text,
    country       text not null check (country ~ '^[A-Z]{2}(-[A-Z]{3})?$'),
    language      text not null check (language in ('en', 'fr', 'de', 'nl', 'pl', 'es', 'it', 'pt', 'ro', 'sv', 'el')),
    title         text not null check (length(title) between 1 and 160),
    text          text not null check (length(text) <= 2000),
    agency        text not null,
    author        text not null,
    written_on    date not null,
    listed_at     timestamptz not null,
    status        text not null check (status in ('proposed', 'published', 'returned', 'withdrawn')),
    checked_by    text,
    checked_on    date,
    reason        text check (reason in ('identifies-somebody', 'not-clear', 'outdated', 'already-there')),
    version       int not null,
    words         tsvector generated always as (lesson_words(language, title || ' ' || text)) stored,
    check (checked_by <> author),
    check ((checked_by is null) = (checked_on is null)),
    check (status <> 'published' or checked_by is not null and reason is null),
    check (status not in ('returned', 'withdrawn') or reason is not null),
    check ((status = 'withdrawn') = (text = ''))
);
comment on column lesson.author is 'Whoever wrote the words that stand there; somebody else checks them.';
comment on column lesson.listed_at is 'Its place in lists: the day of writing, later the moment of publication. No finer time of writing is kept, so that no lesson is dated to a closed case.';
comment on column lesson.text is 'Empty once withdrawn.';
create index lesson_words on lesson using gin (words);
create index lesson_harms on lesson using gin (harms);
create index lesson_published on lesson (listed_at desc, id desc) where status = 'published';
create index lesson_own on lesson (agency, listed_at desc, id desc);
grant select, insert, update (kind, about, phase, harms, measure_class, country, language, title, text, author, listed_at,
    status, checked_by, checked_on, reason, version) on lesson to ${app};
