package eu.waymark.sandbox.journey;

import eu.waymark.sandbox.Sandbox;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.setup.WaymarkService;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Everything that a service's database would give away to whoever got hold of it. */
final class Dump {

    private static final String TABLES = """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""";

    private final Sandbox sandbox;
    private final WaymarkService service;

    Dump(Sandbox sandbox, WaymarkService service) {
        this.sandbox = sandbox;
        this.service = service;
    }

    /** The tables with a row in which that text stands, as text or as bytes. */
    List<String> tablesShowing(String text) throws SQLException {
        try (var connection = sandbox.connect(service, DatabaseRole.OWNER)) {
            var showing = new ArrayList<String>();
            for (var table : tables(connection)) {
                if (shows(connection, table, text)) {
                    showing.add(table);
                }
            }
            return showing;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(TABLES);
                var rows = statement.executeQuery()) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static boolean shows(Connection connection, String table, String text) throws SQLException {
        // A row as text shows its bytes in hex.
        try (var statement = connection.prepareStatement(
                "select exists (select 1 from %s t where t::text ilike ? or t::text like ?)".formatted(table))) {
            statement.setString(1, "%" + text + "%");
            statement.setString(2, "%" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "%");
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
