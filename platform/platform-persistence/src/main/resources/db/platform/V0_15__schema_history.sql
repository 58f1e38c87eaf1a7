-- A service that may not migrate asks which migrations the database has, and waits for those that it lacks.
grant select on flyway_schema_history to ${app};
