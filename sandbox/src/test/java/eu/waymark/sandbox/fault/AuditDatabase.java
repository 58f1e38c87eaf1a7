package eu.waymark.sandbox.fault;

import java.sql.Connection;
import java.sql.SQLException;

/** One audit database on the bench's server, with the roles that the service uses. */
record AuditDatabase(FaultBench bench, String name) {

    /** A gigabyte of PostgreSQL's log. */
    private static final int WAL_FILES = 64;

    /** An empty database: the service migrates it when it starts. */
    static AuditDatabase create(FaultBench bench, String name) throws SQLException {
        bench.administer("create database " + name + " owner audit_owner");
        var database = new AuditDatabase(bench, name);
        database.grant();
        return database;
    }

    private void grant() throws SQLException {
        bench.administer(
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to audit_app, audit_relay");
    }

    /** What a backup would hold of it now. Whoever is connected loses the connection, and finds it again. */
    AuditDatabase backup(String copy) throws SQLException {
        allowConnections(false);
        bench.administer("create database %s template %s owner audit_owner".formatted(copy, name));
        allowConnections(true);
        return new AuditDatabase(bench, copy);
    }

    /** Puts a backup, or an empty database, in its place. */
    void replaceBy(AuditDatabase other) throws SQLException {
        allowConnections(false);
        bench.administer(
                "alter database %s rename to %s_lost_%d".formatted(name, name, System.nanoTime()),
                "alter database %s rename to %s".formatted(other.name, name));
        grant();
    }

    private void allowConnections(boolean allowed) throws SQLException {
        bench.administer("alter database %s allow_connections %b".formatted(name, allowed));
        if (!allowed) {
            disconnect();
        }
    }

    private void disconnect() throws SQLException {
        bench.administer("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name
                + "' and pid <> pg_backend_pid()");
    }

    /** The address for the service, through whatever listens on this port. */
    String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable".formatted(port, name);
    }

    LogDump dump() throws SQLException {
        try (Connection owner = bench.superuser(name)) {
            return LogDump.read(owner);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = bench.superuser(name);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Brings the server into the state of one that has run for a while: what was loaded is on disk, and the log has files to
     * write over. Making a new one, 16 MB at a time, holds up the commits of a fresh server's first hour.
     */
    void settle() throws SQLException {
        for (var file = 0; file < WAL_FILES; file++) {
            execute("select pg_logical_emit_message(false, 'waymark', ''), pg_switch_wal()");
        }
        execute("checkpoint");
    }

    long count(String sql) throws SQLException {
        try (var connection = bench.superuser(name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Whether the tables that are searched have come as far as the log. */
    boolean isSearchable() {
        try {
            return count("select count(*) from (select max(leaf_index) at from guarded.leaf) l"
                            + " where l.at > coalesce((select max(leaf_index) from guarded.access_event), -1)")
                    == 0;
        } catch (SQLException away) {
            return false;
        }
    }

    /** Events of the service itself that its outbox believes in the log and that are not there. */
    long ownEventsLost() throws SQLException {
        return count("""
                select count(*) from audit_outbox o where acknowledged_at is not null and not exists (
                    select from guarded.leaf l
                    where l.leaf_index = o.leaf_index and l.body = o.body and l.source = 'audit-service')""");
    }
}
