-- Counts that no quota looks at any more would stay for every case there ever was.
create index private_query_count_age on private_query_count (since);
grant delete on private_query_count to ${app};
