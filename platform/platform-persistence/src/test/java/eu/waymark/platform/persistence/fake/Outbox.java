package eu.waymark.platform.persistence.fake;

import eu.waymark.platform.testing.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The audit outbox as a test writes and reads it. */
public final class Outbox {

    private static final String EVENT = """
            {"v":"waymark-audit/1","id":"%s","recorded":"2026-11-22T10:00:00.123456Z","type":"%s","action":"R","outcome":"0"}""";
    private static final String INSERT = "insert into audit_outbox (id, event) values (?, ?)";

    private Outbox() {}

    /** As if the service had never run. */
    public static void clear() throws SQLException {
        execute("truncate audit_outbox, audit_copy, audit_witness, audit_fault, audit_source");
        execute("insert into audit_source (epoch, last_seq) values (1, 0)");
    }

    /** An event as the service writes it. */
    public static UUID write(String type) throws SQLException {
        var id = UUID.randomUUID();
        write(id, EVENT.formatted(id, type));
        return id;
    }

    public static void write(int count, String type) throws SQLException {
        try (var app = Database.asApp();
                var insert = app.prepareStatement(INSERT)) {
            for (var i = 0; i < count; i++) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setString(2, EVENT.formatted(id, type));
                insert.executeUpdate();
            }
        }
    }

    public static void write(UUID id, String event) throws SQLException {
        try (var app = Database.asApp();
                var insert = app.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, event);
            insert.executeUpdate();
        }
    }

    public static void execute(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    public static long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    public static List<String> texts(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }

    public static long unacknowledged() throws SQLException {
        return number("select count(*) from audit_outbox where acknowledged_at is null");
    }
}
