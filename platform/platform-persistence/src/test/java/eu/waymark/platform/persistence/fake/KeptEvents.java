package eu.waymark.platform.persistence.fake;

import eu.waymark.platform.testing.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Many events that are kept, a few of which nothing covers yet; and how much of them a query reads. */
public final class KeptEvents {

    private static final int MANY = 20_000;
    private static final Pattern READ = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: read=(\\d+))?");

    /** The indexes that a planner had to choose between. */
    private static final String FORMER = """
            drop index audit_outbox_uncovered;
            create index audit_outbox_uncovered on audit_outbox (leaf_index)
                where leaf_index is not null and covered_size is null;
            drop index audit_outbox_leaf;
            create index audit_outbox_leaf on audit_outbox (leaf_index) where leaf_index is not null""";

    private static final String KEPT = """
            insert into audit_outbox (id, event, epoch, seq, body, leaf_index, acknowledged_at, covered_size)
            select gen_random_uuid(), '{}', 1, i, '\\x7b7d', i, now(), case when i <= %1$d then i + 1 end
              from generate_series(1, %1$d + 5) i""".formatted(MANY);

    private KeptEvents() {}

    /** How many pages a query reads whose plan was made at the start of the service, when nothing was kept. */
    public static long pagesReadBy(String query) throws SQLException {
        return pagesReadBy("", query);
    }

    /** How many it would read with the indexes of before. */
    public static long pagesOnceReadBy(String query) throws SQLException {
        return pagesReadBy(FORMER, query);
    }

    private static long pagesReadBy(String prepared, String query) throws SQLException {
        Outbox.execute("delete from audit_outbox");
        Outbox.execute("alter table audit_outbox set (autovacuum_enabled = false)");
        Outbox.execute("vacuum (analyze) audit_outbox");
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(prepared);
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("set local enable_seqscan = off");
            statement.execute("prepare turn as " + query);
            statement.execute("execute turn");
            statement.execute(KEPT);
            var pages = pages(statement.executeQuery("explain (analyze, buffers) execute turn"));
            owner.rollback();
            return pages;
        } finally {
            Outbox.execute("alter table audit_outbox reset (autovacuum_enabled)");
        }
    }

    private static long pages(ResultSet plan) throws SQLException {
        while (plan.next()) {
            var read = READ.matcher(plan.getString(1));
            if (read.find()) {
                return number(read.group(1)) + number(read.group(2));
            }
        }
        throw new IllegalStateException("The plan tells no pages");
    }

    private static long number(@Nullable String found) {
        return found == null ? 0 : Long.parseLong(found);
    }
}
