package eu.waymark.identity;

import eu.waymark.platform.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What really stands in the database, as its owner sees it. */
public final class Rows {

    private Rows() {}

    /** Every row of every table as text, bytea in hex, lower case. */
    public static String dump() throws SQLException {
        try (var owner = Database.asOwner()) {
            var rows = new ArrayList<String>();
            for (var table : strings(owner, """
                    select format('%I.%I', table_schema, table_name) from information_schema.tables
                    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")) {
                rows.addAll(strings(owner, "select t::text from " + table + " t"));
            }
            return String.join("\n", rows).toLowerCase(Locale.ROOT);
        }
    }

    /** The first column of all rows, as text. */
    public static List<String> of(String sql) throws SQLException {
        try (var owner = Database.asOwner()) {
            return strings(owner, sql);
        }
    }

    public static void change(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
