package eu.waymark.sandbox.journey;

import eu.waymark.sandbox.Sandbox;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.setup.WaymarkService;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

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

    /** The tables with a row in which one of these texts stands, as text or as bytes. */
    List<String> tablesShowing(Collection<String> texts) throws SQLException {
        try (var connection = sandbox.connect(service, DatabaseRole.OWNER)) {
            var showing = new ArrayList<String>();
            for (var table : tables(connection)) {
                if (shows(connection, table, texts)) {
                    showing.add(table);
                }
            }
            return showing;
        }
    }

    List<String> tablesShowing(String text) throws SQLException {
        return tablesShowing(List.of(text));
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

    private static boolean shows(Connection connection, String table, Collection<String> texts) throws SQLException {
        // A row as text shows its bytes in hex. Read once, whatever is looked for in it.
        try (var statement = connection.prepareStatement("""
                select exists (select from (select t::text as row from %s t offset 0) shown
                                where row ilike any (?) or row like any (?))""".formatted(table))) {
            statement.setArray(1, patterns(connection, texts.stream()));
            statement.setArray(2, patterns(connection, texts.stream().map(Dump::hex)));
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static Array patterns(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf(
                "text", texts.map(text -> "%" + text + "%").toArray());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
