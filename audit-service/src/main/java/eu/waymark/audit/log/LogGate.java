package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.platform.web.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether this replica may append and sign. Not while the tables contradict a checkpoint, since a signature over an altered
 * or rolled-back tree would make the lie official; and not after a start until witnesses have shown what they saw last,
 * since a restored backup is consistent in itself and only they know that it is old.
 */
@Default // A qualifier such as the next one would otherwise hide it from those who ask by type.
@Readiness
@Singleton
class LogGate implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(LogGate.class);

    private final LogConfig config;
    private final LogIntegrity integrity;
    private final RestoreTarget target;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String stored = "not checked yet";
    private volatile @Nullable String witnessed;

    LogGate(LogConfig config, LogIntegrity integrity, RestoreTarget target, MeterRegistry metrics) {
        this.config = config;
        this.integrity = integrity;
        this.target = target;
        Gauge.builder("waymark.log.closed", this, gate -> gate.fault().isPresent() ? 1 : 0)
                .description("1 while the log contradicts a checkpoint and takes nothing")
                .register(metrics);
    }

    /** Holds the tables against the newest checkpoint again. One after the other, so that no older answer outlives a newer one. */
    synchronized boolean check() {
        var found = integrity.fault();
        found.filter(fault -> !fault.equals(stored)).ifPresent(LogGate::report);
        stored = found.orElse(null);
        return isOpen();
    }

    /** A source has shown its last checkpoint, or that it has none. */
    void shown(String source) {
        if (shown.add(source) && shown.size() == config.startWitnesses()) {
            LOG.infof("Witnesses have shown their checkpoints: %s", shown);
        }
    }

    /** The log is shorter than it was: whatever is there now, only witnesses know whether it is the log, as after a start. */
    void shrunk(long from, long to) {
        LOG.fatalf("The log had %d leaves and has %d: it waits for its witnesses", from, to);
        shown.clear();
    }

    /** A witness holds a checkpoint of another history. No restoring mends that: it stays until a restart. */
    void contradicted(String fault) {
        if (!fault.equals(witnessed)) {
            report(fault);
        }
        witnessed = fault;
    }

    boolean isOpen() {
        return fault().isEmpty() && !isWaiting();
    }

    /** @throws ProblemException 503 while nothing may be appended */
    void require() {
        if (fault().isPresent()) {
            throw AuditProblem.LOG_NOT_TRUSTED.because("The log is closed until its operator has repaired it.");
        }
        if (isWaiting()) {
            throw AuditProblem.LOG_AWAITING_WITNESSES
                    .because("After a start the log waits until witnesses have shown their last checkpoint.")
                    .retryAfter(1);
        }
    }

    /** Whether witnesses have to come before anything is taken. */
    boolean isWaiting() {
        return shown.size() < config.startWitnesses();
    }

    private Optional<String> fault() {
        return Optional.ofNullable(stored)
                .or(() -> Optional.ofNullable(witnessed))
                .or(() -> target.checkpoint().map(lost -> "leaves below " + lost.size() + " are lost"));
    }

    private static void report(String fault) {
        LOG.fatalf("The log is closed: %s", fault);
    }

    /**
     * Waiting for witnesses is no fault, nor is waiting for the leaves that they bring back: they come only to a replica that
     * gets requests.
     */
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log matches its checkpoints")
                .status(stored == null && witnessed == null)
                .build();
    }
}
