package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;

/** The write side of the audit service without HTTP and without a container. */
final class InProcessLog implements AutoCloseable {

    final Appending appending;
    /** Whether events are searchable too, or leaves and tiles are all that is written. */
    volatile boolean withReadModel = true;

    private final Sequencer sequencer;

    InProcessLog(DataSource database) {
        var config = new PlainConfig();
        var jdbc = new Jdbc(database);
        var tree = new Tree(jdbc);
        var key = new LogKey(config, Base64.getEncoder().encodeToString(new byte[32]));
        var integrity = new LogIntegrity(new Checkpoints(jdbc), tree, key);
        var gate = new LogGate(config, integrity, new RestoreTarget(), new SimpleMeterRegistry());
        gate.check();
        var intake = new Intake(config);
        appending = new Appending(gate, intake, leaf -> withReadModel ? leaf : withoutReadModel(leaf));
        sequencer = new Sequencer(database, intake, gate, (source, problem) -> {
            throw new IllegalStateException("The log refused events of " + source + ": " + problem.slug());
        });
        sequencer.start(new StartupEvent());
    }

    private static Leaf withoutReadModel(Leaf leaf) {
        var rows = new LeafRows(leaf.rows().place(), List.of());
        return new Leaf(leaf.seq(), leaf.event(), leaf.body(), leaf.sealed(), leaf.hash(), leaf.eventHash(), rows);
    }

    @Override
    public void close() throws InterruptedException {
        sequencer.stop(new ShutdownEvent());
    }
}
