package eu.waymark.register;

import eu.waymark.platform.testing.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Time that passes, and people who come one after the other. */
public final class Passing {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String WAITING = """
            select count(distinct pid) from pg_locks where not granted and locktype in ('transactionid', 'tuple')""";

    private Passing() {}

    /** Some days pass after the end of an entry was recorded. */
    public static void sinceTheEndOf(String entry, int days) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    alter table guarded.entry disable trigger user;
                    update guarded.entry set ended_at = now() - interval '%d days' where id = '%s' and status = 'ended';
                    alter table guarded.entry enable trigger user""".formatted(days, entry));
        }
    }

    /** What two are answered who want an entry at once, the one a moment before the other. */
    public static <T> List<T> oneAfterTheOther(String entry, Callable<T> first, Callable<T> second) throws Exception {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var threads = Executors.newFixedThreadPool(2)) {
            owner.setAutoCommit(false);
            statement.execute("select from guarded.entry where id = '" + entry + "' for update");
            var one = threads.submit(first);
            awaitWaiting(1);
            var other = threads.submit(second);
            awaitWaiting(2);
            owner.commit();
            return List.of(one.get(), other.get());
        }
    }

    private static void awaitWaiting(int many) throws SQLException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            while (true) {
                var rows = statement.executeQuery(WAITING);
                rows.next();
                if (rows.getLong(1) >= many) {
                    return;
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Nobody waits for the entry");
                }
                Thread.sleep(20);
            }
        }
    }
}
