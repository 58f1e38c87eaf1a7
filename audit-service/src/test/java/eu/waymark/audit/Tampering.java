package eu.waymark.audit;

import eu.waymark.platform.testing.Database;
import java.sql.SQLException;

/** What a database administrator can do, with the triggers that refuse change switched off. */
public final class Tampering {

    private Tampering() {}

    /** Runs statements as the owner of the tables in one transaction; tells how many rows the last one changed. */
    public static int with(String... statements) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            switchTriggers(statement, "disable");
            var changed = 0;
            for (var sql : statements) {
                statement.execute(sql);
                changed = statement.getUpdateCount();
            }
            switchTriggers(statement, "enable");
            owner.commit();
            return changed;
        }
    }

    private static void switchTriggers(java.sql.Statement statement, String how) throws SQLException {
        statement.execute("""
                do $$ declare grown regclass; begin
                    for grown in select distinct tgrelid from pg_trigger where tgname in ('only_grows', 'nothing_goes') loop
                        execute format('alter table %%s %s trigger user', grown);
                    end loop;
                end $$""".formatted(how));
    }
}
