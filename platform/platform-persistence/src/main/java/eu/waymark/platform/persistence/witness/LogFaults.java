package eu.waymark.platform.persistence.witness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Raises the alarm about the audit log, and closes content reads on proof that it was altered. */
@Singleton
public class LogFaults {

    private static final Logger LOG = Logger.getLogger(LogFaults.class);

    /** A fault stands until somebody acts; a line for each turn of the relay would bury all others. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final Map<LogFault, Instant> said = new ConcurrentHashMap<>();
    private final Map<LogFault, Counter> counters;
    private final Clock clock;

    LogFaults(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        this.counters = Arrays.stream(LogFault.values())
                .collect(Collectors.toMap(Function.identity(), fault -> counter(fault, metrics)));
    }

    private static Counter counter(LogFault fault, MeterRegistry metrics) {
        return Counter.builder("waymark.audit.log.faults")
                .description("Faults between this service and the audit log that no repetition mends")
                .tag("code", fault.code())
                .register(metrics);
    }

    /** Counts the fault, and logs it unless that was done a short while ago. */
    public void raise(LogFault fault) {
        var counter = counters.get(fault);
        if (counter != null) {
            counter.increment();
        }
        var now = clock.instant();
        var last = said.get(fault);
        if (last == null || last.plus(SILENCE).isBefore(now)) {
            said.put(fault, now);
            LOG.fatal(fault.sentence());
        }
    }

    /**
     * Raises a fault that proves the log altered: in every replica, content is not read until an operator has resolved it
     * ({@code audit_resolve_faults}).
     *
     * @param evidence the signed note that proves it, where there is one
     */
    public void prove(Connection connection, LogFault fault, @Nullable String evidence) throws SQLException {
        raise(fault);
        try (var insert = connection.prepareStatement(
                "insert into audit_fault (code, evidence) values (?, ?) on conflict do nothing")) {
            insert.setString(1, fault.code());
            insert.setString(2, evidence);
            insert.executeUpdate();
        }
    }

    /** Whether there is proof that no operator has resolved yet. */
    public boolean unresolved(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select exists (select from audit_fault where resolved_at is null)");
                var rows = select.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
