package eu.waymark.audit.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What the audit guard itself costs: reads of one row with their event, through the guarded view with a permit, beside the
 * same reads with the same event from the bare table. The pairs alternate; what counts is the median of their ratios.
 */
final class GuardCost {

    private static final int PAIRS = 9;
    private static final int READERS = 8;
    private static final int ROWS = 10_000;
    private static final Duration ROUND = Duration.ofMillis(1_500);
    private static final String EVENT = "{\"v\":\"waymark-audit/1\",\"pad\":\"" + "x".repeat(500) + "\"}";

    private GuardCost() {}

    /** @return the share of its speed that a read loses to the guard */
    static double measure(Path folder) throws IOException, SQLException, InterruptedException {
        try (var database = BenchmarkDatabase.start(folder);
                var app = database.asApp(READERS);
                var owner = database.asOwner(READERS)) {
            prepare(owner);
            var lost = new ArrayList<Double>();
            for (var pair = 0; pair <= PAIRS; pair++) {
                var guarded = run(app, GuardCost::guarded);
                var bare = run(owner, GuardCost::bare);
                System.err.printf("pair %d: guarded %,9.0f/s, bare %,9.0f/s%n", pair, guarded, bare);
                if (pair > 0) {
                    lost.add(1 - guarded / bare);
                }
            }
            return AppendRate.median(lost);
        }
    }

    private static void prepare(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table guarded.child (id int primary key, content text)");
            statement.execute("insert into guarded.child select i, repeat('x', 200) from generate_series(1, %d) i"
                    .formatted(ROWS));
            statement.execute("select guard_table('child', 'select')");
            statement.execute("analyze guarded.child");
        }
    }

    private interface Read {
        void once(Connection connection, int row) throws SQLException;
    }

    private static double run(DataSource database, Read read) throws InterruptedException {
        var done = new LongAdder();
        var begin = System.nanoTime();
        var until = begin + ROUND.toNanos();
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            for (var finished : threads.invokeAll(IntStream.range(0, READERS)
                    .mapToObj(reader -> reader(database, read, reader, until, done))
                    .toList())) {
                finished.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A reader failed", failed);
        }
        return done.sum() * 1e9 / (System.nanoTime() - begin);
    }

    private static Callable<Void> reader(DataSource database, Read read, int reader, long until, LongAdder done) {
        return () -> {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                for (var row = reader + 1; System.nanoTime() < until; row = row % ROWS + 1) {
                    read.once(connection, row);
                    connection.commit();
                    done.increment();
                }
                connection.setAutoCommit(true);
            }
            return null;
        };
    }

    private static void guarded(Connection connection, int row) throws SQLException {
        execute(connection, "select audit_open_permit()");
        select(connection, "select content from child where id = ?", row);
        event(connection);
    }

    private static void bare(Connection connection, int row) throws SQLException {
        select(connection, "select content from guarded.child where id = ?", row);
        event(connection);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static void select(Connection connection, String sql, int row) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, row);
            try (var found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("There is no row " + row);
                }
            }
        }
    }

    private static void event(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("insert into audit_outbox (id, event) values (?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, EVENT);
            insert.executeUpdate();
        }
    }
}
