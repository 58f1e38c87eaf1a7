-- The lock of links had the number of the platform's lock on delivering facts (0x57415946): whoever decided about a link
-- waited while facts went to a service that was slow or away. docs/architecture.md lists every number.
create or replace function lock_links() returns void language sql as 'select pg_advisory_xact_lock(1463900492)';
