package eu.waymark.audit.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Durable appends a second, beside single-row inserts into a table of the same columns and keys in the same PostgreSQL. The
 * rounds alternate, so that what else the machine does hits all of them alike; what counts is the ratio of the medians.
 */
final class AppendRate {

    private static final Duration ROUND = Duration.ofMillis(2_500);
    private static final List<Integer> INSERTERS = List.of(1, 16, 64);
    private static final int CLIENTS = 512;

    static final String APPEND = "append, 512 clients";
    static final String APPEND_AND_SEARCH = "append with read model, 512 clients";

    private final DataSource owner;
    private final InProcessLog leaves;
    private final InProcessLog searched;
    private final Map<String, List<Double>> rates = new TreeMap<>();
    private final Map<String, EventMaker> makers = new ConcurrentHashMap<>();

    private AppendRate(DataSource owner, InProcessLog leaves, InProcessLog searched) {
        this.owner = owner;
        this.leaves = leaves;
        this.searched = searched;
    }

    /** Events a second by what was done, medians, and how fast the log that came of it is checked. */
    record Measured(Map<String, Double> medians, VerifyRate.Rates checked) {}

    /**
     * @param folder for the database, gone afterwards
     * @param rounds that count, after one that warms up
     */
    static Measured measure(Path folder, int rounds) throws IOException, SQLException, InterruptedException {
        try (var database = BenchmarkDatabase.start(folder);
                var app = database.asApp(4);
                var owner = database.asOwner(70);
                var second = database.another("searched");
                var other = second.asApp(4);
                var leaves = InProcessLog.ofLeaves(app);
                var searched = InProcessLog.withReadModel(other)) {
            var medians = new AppendRate(owner, leaves, searched).rounds(rounds);
            try (var reader = second.asOwner(1);
                    var connection = reader.getConnection()) {
                return new Measured(medians, searched.verify(connection, folder.resolveSibling("log")));
            }
        }
    }

    private Map<String, Double> rounds(int rounds) throws SQLException, InterruptedException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table plain_leaf (like guarded.leaf including all)");
            statement.execute("create sequence plain");
        }
        for (var round = 0; round <= rounds; round++) {
            for (var inserters : INSERTERS) {
                record(round, "insert, " + inserters + " connections", run(inserters, this::inserter, () -> {}));
            }
            record(round, APPEND, run(CLIENTS, appender(leaves), leaves::settle));
            record(round, APPEND_AND_SEARCH, run(CLIENTS, appender(searched), searched::settle));
        }
        var medians = new TreeMap<String, Double>();
        rates.forEach((what, all) -> medians.put(what, median(all)));
        return medians;
    }

    /** The first round warms up. */
    private void record(int round, String what, double rate) {
        System.err.printf("round %d: %-38s %,9.0f/s%n", round, what, rate);
        if (round > 0) {
            rates.computeIfAbsent(what, _ -> new ArrayList<>()).add(rate);
        }
    }

    private interface Client {
        Callable<Void> number(int client, LongAdder done, long until);
    }

    private interface Ending {
        void await() throws InterruptedException;
    }

    /** @param ending what was appended counts once it can be searched, where that is wanted */
    private static double run(int clients, Client client, Ending ending) throws InterruptedException {
        var done = new LongAdder();
        var begin = System.nanoTime();
        var until = begin + ROUND.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, clients)
                    .mapToObj(number -> client.number(number, done, until))
                    .toList();
            for (var finished : threads.invokeAll(work)) {
                finished.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed);
        }
        ending.await();
        return done.sum() * 1e9 / (System.nanoTime() - begin);
    }

    private Callable<Void> inserter(int number, LongAdder done, long until) {
        return () -> {
            var maker = new EventMaker("plain-" + System.nanoTime() + "-" + number);
            try (var connection = owner.getConnection();
                    var insert = connection.prepareStatement(
                            "insert into plain_leaf (leaf_index, source, epoch, seq, leaf_hash, event_id, body)"
                                    + " values (nextval('plain'), ?, 1, ?, ?, ?, ?)")) {
                while (System.nanoTime() < until) {
                    var event = maker.next();
                    insert.setString(1, "plain-" + number);
                    insert.setLong(2, System.nanoTime());
                    insert.setBytes(3, Digests.sha256(event.body()));
                    insert.setObject(4, UUID.randomUUID());
                    insert.setBytes(5, event.body());
                    insert.executeUpdate();
                    done.increment();
                }
            }
            return null;
        };
    }

    private Client appender(InProcessLog log) {
        return (number, done, until) -> {
            var source = "bench-" + number;
            var maker = makers.computeIfAbsent(log + source, _ -> new EventMaker(source));
            return () -> {
                while (System.nanoTime() < until) {
                    log.appending.append(source, 1, List.of(maker.next()));
                    done.increment();
                }
                return null;
            };
        };
    }

    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : Arrays.stream(sorted, sorted.length / 2 - 1, sorted.length / 2 + 1)
                        .average()
                        .orElseThrow();
    }
}
