package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.audit.jdbc.SqlFailure;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings leaves into the tables that are searched, in the order of the log, on a connection and a processor of its own while
 * the writer is at its next group. An acknowledgement waits for it, so that what is acknowledged can be found; but not when
 * it is behind, since evidence must not wait for a copy of it. What it misses then, or in a crash, it fetches from the leaves.
 */
@Singleton
class Projector implements ReadModel {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    /** Groups that wait. Together with the writer's they are all that is in memory. */
    private static final int WAITING = 4;
    /** For how long another replica may take to bring the leaves before these. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Observers that name no priority come at 2500. */
    private static final int AFTER_THE_WRITER = 2600;

    private static final Duration PAUSE = Duration.ofMillis(10);
    /** Seconds without leaves after which nobody else can be at those that are missing. */
    private static final int QUIET = 3;

    private final DataSource database;
    private final LongConsumer catchUp;
    private final BlockingQueue<Projection> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread = Thread.ofPlatform().name("read-model").unstarted(this::run);
    private volatile boolean running = true;
    private volatile boolean behind;
    private long seen = -1;
    private int quiet;

    @Inject
    Projector(DataSource database, CatchingUp catchUp) {
        this(database, (LongConsumer) catchUp);
    }

    /** @param catchUp brings all leaves below a size from the tables of the log */
    Projector(DataSource database, LongConsumer catchUp) {
        this.database = database;
        this.catchUp = catchUp;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** After the writer has stopped, so that it is left with nothing. */
    void stop(@Observes @Priority(AFTER_THE_WRITER) ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join();
    }

    @Override
    public void follow(Projection added) {
        try {
            if (behind || !waiting.offer(added, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                added.done().run();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            added.done().run();
        }
    }

    private void run() {
        try {
            while (running || !waiting.isEmpty()) {
                turn(waiting.poll(1, TimeUnit.SECONDS));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(@Nullable Projection first) throws InterruptedException {
        var groups = new ArrayList<Projection>();
        try {
            if (first == null) {
                lookForMissing();
            } else {
                groups.add(first);
                waiting.drainTo(groups);
                bring(groups);
            }
        } catch (SQLException | RuntimeException failed) {
            behind = true;
            LOG.errorf("Events of the log cannot be searched yet: %s", Faults.describe(failed));
        } finally {
            groups.forEach(group -> group.done().run());
        }
    }

    private void bring(List<Projection> groups) throws SQLException, InterruptedException {
        quiet = 0;
        var until = System.nanoTime() + PATIENCE.toNanos();
        var left = groups;
        while (!left.isEmpty()) {
            left = left.subList(write(left, until), left.size());
            if (!left.isEmpty() && System.nanoTime() > until) {
                catchUp(left.getFirst().from());
            } else if (!left.isEmpty()) {
                Thread.sleep(PAUSE);
            }
        }
    }

    /** @return how many are there now: those before leaves that another replica has yet to bring */
    private int write(List<Projection> groups, long until) throws SQLException {
        try (var model = ReadModelConnection.lead(database)) {
            var at = model.reached(groups.getLast().to());
            var rows = new ReadModelRows();
            var count = 0;
            for (var group : groups) {
                if (group.from() > at) {
                    break;
                }
                for (; at < group.to(); at++) {
                    rows.add(at, group.leaves().get((int) (at - group.from())));
                }
                count++;
            }
            model.commit(rows);
            return count;
        } catch (SQLException | SqlFailure failed) {
            if (System.nanoTime() > until) {
                throw failed;
            }
            return 0;
        }
    }

    private void lookForMissing() throws SQLException {
        long size;
        long reached;
        try (var connection = database.getConnection()) {
            var sql = new OneConnection(connection);
            size = LogConnection.size(sql);
            reached = ReadModelConnection.reached(sql, size);
        }
        quiet = reached < size && reached == seen ? quiet + 1 : 0;
        seen = reached;
        if (behind || quiet >= QUIET) {
            catchUp(size);
        }
    }

    private void catchUp(long size) {
        behind = true;
        catchUp.accept(size);
        behind = false;
        LOG.infof("All events of the log below %d can be searched again", size);
    }
}
