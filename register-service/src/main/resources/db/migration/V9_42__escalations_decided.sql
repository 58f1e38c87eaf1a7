-- The central authority that a refusal was taken to upholds it, or has the holder decide anew; once.
alter table guarded.disclosure
    add column escalation_decision text check (escalation_decision in ('upheld', 'reopened')),
    add column escalation_decided_by text,
    add column escalation_decided_at timestamptz,
    add constraint disclosure_escalation_decided check (
        (escalation_decision is null) = (escalation_decided_by is null)
        and (escalation_decision is null) = (escalation_decided_at is null)
        and (escalation_decision is null or escalated_to is not null));
select guard_table('disclosure', 'select, insert, update');

create or replace function guarded.keep_decided() returns trigger language plpgsql as $$
begin
    if old.status <> new.status and not (
            old.status = 'requested' and new.status in ('accepted', 'refused')
            or old.status = 'accepted' and new.status = 'revoked'
            or old.status in ('revoked', 'refused') and new.status = 'accepted'
            or old.status = 'refused' and new.status = 'requested'
                and old.escalation_decision is null and new.escalation_decision = 'reopened') then
        raise exception 'a disclosure does not go from % to %', old.status, new.status using errcode = '23514';
    end if;
    if old.escalation_decision is not null and (new.escalation_decision, new.escalation_decided_by, new.escalation_decided_at)
            is distinct from (old.escalation_decision, old.escalation_decided_by, old.escalation_decided_at) then
        raise exception 'an escalation is decided once' using errcode = '23514';
    end if;
    return new;
end $$;
