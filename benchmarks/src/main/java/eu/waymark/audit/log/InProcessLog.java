package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The write side of the audit service without HTTP and without a container. */
final class InProcessLog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Appending appending;

    private final Tree tree;
    private final LogKey key;
    private final DataSource database;
    private final Sequencer sequencer;
    private final @Nullable Projector projector;

    private InProcessLog(DataSource database, @Nullable Projector projector) {
        var config = new PlainConfig();
        var jdbc = new Jdbc(database);
        tree = new Tree(jdbc);
        key = new LogKey(config, Base64.getEncoder().encodeToString(new byte[32]));
        var integrity = new LogIntegrity(new Checkpoints(jdbc), tree, key);
        var gate = new LogGate(config, integrity, new RestoreTarget(), new SimpleMeterRegistry());
        gate.check();
        var intake = new Intake(config);
        this.database = database;
        this.projector = projector;
        appending = new Appending(gate, intake, leaf -> leaf);
        sequencer = new Sequencer(
                database,
                intake,
                gate,
                (source, problem) -> {
                    throw new IllegalStateException("The log refused events of " + source + ": " + problem.slug());
                },
                projector == null ? added -> added.done().run() : projector);
        sequencer.start(new StartupEvent());
    }

    /** Leaves and tiles are all that is written. */
    static InProcessLog ofLeaves(DataSource database) {
        return new InProcessLog(database, null);
    }

    /** Events are searchable too. */
    static InProcessLog withReadModel(DataSource database) {
        var projector = new Projector(database, (LongConsumer) size -> {
            throw new IllegalStateException("The read model fell behind, which is not to be measured");
        });
        projector.start(new StartupEvent());
        return new InProcessLog(database, projector);
    }

    /** Waits until all that was appended can be searched, where that is wanted. */
    void settle() throws InterruptedException {
        var jdbc = new Jdbc(database);
        var size = tree.size();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (projector != null && ReadModelConnection.reached(jdbc, size) < size) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The read model fell behind, which is not to be measured");
            }
            Thread.sleep(1);
        }
    }

    /** @param folder for a copy of the log in files */
    VerifyRate.Rates verify(Connection owner, Path folder) throws SQLException, IOException {
        return VerifyRate.measure(owner, tree, key, folder);
    }

    @Override
    public void close() throws InterruptedException {
        sequencer.stop(new ShutdownEvent());
        if (projector != null) {
            projector.stop(new ShutdownEvent());
        }
    }
}
