package eu.waymark.platform.persistence.readiness;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Waits until nothing is wrong with the schema. */
final class SchemaWait {

    private static final Logger LOG = Logger.getLogger(SchemaWait.class);

    private final Supplier<Optional<String>> fault;
    private final Duration patience;
    private final Duration pause;

    /** @param fault what is wrong, as a sentence that says what to do */
    SchemaWait(Supplier<Optional<String>> fault, Duration patience, Duration pause) {
        this.fault = fault;
        this.patience = patience;
        this.pause = pause;
    }

    /** @throws IllegalStateException when the patience is over, with what is wrong */
    void await() throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var said = "";
        for (var found = fault.get(); found.isPresent(); found = fault.get()) {
            if (System.nanoTime() >= end) {
                LOG.fatal(found.get());
                throw new IllegalStateException("Start refused after " + patience + ": " + found.get());
            }
            if (!said.equals(found.get())) {
                said = found.get();
                LOG.infof("Waiting for at most %s: %s", patience, said);
            }
            Thread.sleep(pause);
        }
    }
}
