package eu.waymark.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the audit guard promises of a service's database: the application role reaches child data through guarded views
 * only, and those fail without a permit, whether or not a row would be found.
 */
public final class GuardContract {

    private static final String DENIED = "42501";
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = 'guarded' and table_type = 'BASE TABLE' order by 1";

    private GuardContract() {}

    /**
     * Tries every table of child data as the application.
     *
     * @return the names of the tables tried, so that a test can see that there are some
     * @throws AssertionError when one can be read or written without a permit
     */
    public static List<String> verify() throws SQLException {
        List<String> tables = tables();
        try (var app = Database.asApp()) {
            for (var table : tables) {
                requireDenied(app, "select * from public." + quoted(table));
                requireDenied(
                        app, "select * from public." + quoted(table) + " t where t::text = 'a row that is not there'");
                // An outer join must not answer for an absent row: that would tell which children are known.
                requireDenied(
                        app,
                        "select 1 from (select 'absent' as x) probe left join public." + quoted(table)
                                + " t on t::text = probe.x");
                requireDenied(app, "select count(*) from public." + quoted(table));
                requireDenied(app, "select * from guarded." + quoted(table));
                requireDenied(app, "delete from public." + quoted(table));
                requireDenied(app, "truncate guarded." + quoted(table));
            }
            requireDenied(app, "delete from audit_outbox");
            requireDenied(app, "select * from audit_outbox");
            requireDenied(app, "insert into audit_permit default values");
            requireDenied(app, "set role test_owner");
        }
        return tables;
    }

    private static List<String> tables() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static void requireDenied(Connection app, String sql) throws SQLException {
        try (var statement = app.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (DENIED.equals(refused.getSQLState())) {
                return;
            }
            throw new AssertionError("'" + sql + "' failed for another reason: " + refused.getSQLState(), refused);
        }
        throw new AssertionError("'" + sql + "' was possible without an audit permit");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
