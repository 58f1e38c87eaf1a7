-- For the metrics: how much is overdue in all agencies together. Tells nothing about a child.
create function work_overdue() returns bigint
    language sql stable security definer set search_path = guarded, pg_temp as
    'select count(*) from work_item where closed_at is null and due_at < now()';
revoke execute on function work_overdue() from public;
grant execute on function work_overdue() to ${app};
