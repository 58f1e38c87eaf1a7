-- By which rules clocks run is proposed by one registrar and takes effect when another one confirms it.
create extension if not exists btree_gist;
alter table rule_publication add constraint rule_version_never_changes
    exclude using gist (version with =, md5(document) with <>);
comment on constraint rule_version_never_changes on rule_publication is 'A stored due date names the version that gave it.';

create table rule_proposal (
    id               uuid primary key,
    version          text        not null check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    document         text        not null check (octet_length(document) <= 30000),
    valid_from       timestamptz,
    published_before int         not null,
    state            text        not null check (state in ('proposed', 'confirmed', 'refused', 'withdrawn')),
    proposed_by      text        not null check (length(proposed_by) between 1 and 100),
    proposed_at      timestamptz not null,
    decided_by       text,
    decided_at       timestamptz check (decided_at >= proposed_at),
    decided_in       xid8,
    reason           text check (length(reason) between 1 and 500),
    constraint rule_decided_by_someone check ((state = 'proposed') = (decided_by is null)),
    constraint rule_decided_at_some_time check ((decided_by is null) = (decided_at is null)),
    constraint two_pairs_of_eyes check (state not in ('confirmed', 'refused') or decided_by <> proposed_by),
    constraint own_withdrawal check (state <> 'withdrawn' or decided_by = proposed_by),
    constraint rule_refused_with_a_reason check ((state = 'refused') = (reason is not null))
);
comment on table rule_proposal is 'Who proposed which rules, and who decided: kept for good.';
comment on column rule_proposal.published_before is 'How much was published when it was proposed. A proposal on anything else is stale.';
create unique index rule_proposal_once on rule_proposal (md5(document)) where state = 'proposed';
create index rule_proposal_newest on rule_proposal (proposed_at desc, id desc);
grant select, insert, update (state, decided_by, decided_at, reason) on rule_proposal to ${app};

create function keep_rule_proposal() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.state <> 'proposed' then
        raise exception 'rules begin as a proposal' using errcode = '23514';
    elsif tg_op = 'UPDATE' and old.state <> 'proposed' then
        raise exception 'a proposal that was decided stays so' using errcode = '23514';
    end if;
    new.decided_in := case when new.state = 'confirmed' then pg_current_xact_id() end;
    return new;
end $$;
create trigger keep_rule_proposal before insert or update on rule_proposal
    for each row execute function keep_rule_proposal();

-- The application publishes nothing but what was confirmed in the same transaction.
create function require_confirmed_rules() returns trigger language plpgsql as $$
begin
    if session_user = '${app}' and not exists (
            select from rule_proposal where id = new.id and document = new.document
               and state = 'confirmed' and decided_in = pg_current_xact_id()) then
        raise exception 'rules change by a confirmed proposal only' using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger confirmed after insert on rule_publication deferrable initially deferred
    for each row execute function require_confirmed_rules();
