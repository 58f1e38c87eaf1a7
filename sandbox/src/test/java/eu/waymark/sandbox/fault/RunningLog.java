package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One instance, with a proxy before its database and a fleet at work: for all tests that leave it running. Its queue is
 * short, so that it is soon full.
 */
record RunningLog(FaultBench bench, AuditDatabase database, WireProxy proxy, AuditProcess service, Fleet fleet) {

    private static final Map<String, String> SETTINGS = Map.of(
            "waymark.log.queue-events", "500",
            "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "4");

    private static @Nullable RunningLog shared;
    private static boolean failed;

    static synchronized RunningLog shared() {
        if (failed) {
            throw new IllegalStateException("The log did not start: see the first failure of this run");
        }
        try {
            if (shared == null) {
                failed = true;
                var bench = FaultBench.shared();
                var database = AuditDatabase.create(bench, "running");
                var proxy = WireProxy.to(bench.postgresPort());
                var service =
                        AuditProcess.start(database, proxy.port(), SETTINGS).awaitReady();
                shared = new RunningLog(
                        bench, database, proxy, service, new Fleet(database, new Instances(service), 6).start());
                failed = false;
            }
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets a trap and waits until it has struck. */
    void spring(Trap trap) throws InterruptedException {
        proxy.set(trap).awaitStrike();
    }
}
