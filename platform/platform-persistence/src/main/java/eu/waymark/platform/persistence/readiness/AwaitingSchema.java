package eu.waymark.platform.persistence.readiness;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a service that may not migrate from working on a schema older than its code: it waits for whoever migrates, and after
 * its patience ({@code waymark.schema.patience}) it does not start. A schema newer than the code is no fault: it was made for a
 * version that this one is being replaced by, and fits both.
 */
@Singleton
class AwaitingSchema {

    /** Before every job and relay. */
    private static final int FIRST = -1000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SchemaFault fault;
    private final boolean migrates;
    private final Duration patience;

    AwaitingSchema(
            SchemaFault fault,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates,
            @ConfigProperty(name = "waymark.schema.patience") Duration patience) {
        this.fault = fault;
        this.migrates = migrates;
        this.patience = patience;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) throws InterruptedException {
        if (!migrates) {
            new SchemaWait(fault::find, patience, PAUSE).await();
        }
    }
}
