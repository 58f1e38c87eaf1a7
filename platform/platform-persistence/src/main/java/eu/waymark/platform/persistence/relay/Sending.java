package eu.waymark.platform.persistence.relay;

import eu.waymark.platform.persistence.audit.AuditLogClient;
import eu.waymark.platform.persistence.audit.AuditLogClient.Acknowledged;
import eu.waymark.platform.persistence.audit.AuditLogClient.Numbered;
import eu.waymark.platform.persistence.audit.AuditLogException;
import eu.waymark.platform.persistence.witness.LogFault;
import eu.waymark.platform.persistence.witness.LogFaults;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings numbered events to the log, batch by batch, and goes back where the log has lost some. */
@Singleton
class Sending {

    /** So that the witness and the rest of a turn come to their right under load. */
    private static final int BATCHES = 20;

    /** Refusals of an event. Any other answer is about the log, and passes. */
    private static final Set<String> REFUSALS = Set.of("invalid-event", "equivocation", "broken-chain", "epoch-closed");

    private final Numbering numbering;
    private final OutboxRows rows;
    private final AuditLogClient log;
    private final LogFaults faults;
    private final String source;

    Sending(
            Numbering numbering,
            OutboxRows rows,
            AuditLogClient log,
            LogFaults faults,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.numbering = numbering;
        this.rows = rows;
        this.log = log;
        this.faults = faults;
        this.source = source;
    }

    /**
     * Sends what waits.
     *
     * @return whether more waits
     * @throws AuditLogException when the log is away, or refuses what only an operator can mend
     */
    boolean send(Connection connection) throws SQLException {
        for (var batches = 0; batches < BATCHES; batches++) {
            numbering.number(connection);
            var epoch = SourcePlace.read(connection).epoch();
            var batch = rows.unacknowledged(connection, epoch);
            if (batch.isEmpty()) {
                return false;
            }
            try {
                append(connection, epoch, batch);
            } catch (AuditLogException refused) {
                answer(connection, epoch, batch, refused);
            }
        }
        return true;
    }

    private void append(Connection connection, int epoch, List<Numbered> batch) throws SQLException {
        var places = log.append(source, epoch, batch);
        if (!isAbout(batch, places)) {
            throw new AuditLogException("The audit log acknowledged other events than were sent");
        }
        if (!rows.acknowledge(connection, epoch, places)) {
            faults.prove(connection, LogFault.LEAF_MOVED, null);
        }
    }

    private static boolean isAbout(List<Numbered> batch, List<Acknowledged> places) {
        return places.stream().allMatch(place -> place.leafIndex() >= 0)
                && places.stream()
                        .map(Acknowledged::seq)
                        .toList()
                        .equals(batch.stream().map(Numbered::seq).toList());
    }

    private void answer(Connection connection, int epoch, List<Numbered> batch, AuditLogException refused)
            throws SQLException {
        if (refused.code().equals("gap")) {
            sendAgain(connection, epoch, batch, refused);
        } else if (REFUSALS.contains(refused.code())) {
            narrow(connection, epoch, batch);
        } else {
            throw refused;
        }
    }

    /** The log may have been rolled back: what it misses is still held, acknowledged or not. */
    private void sendAgain(Connection connection, int epoch, List<Numbered> batch, AuditLogException gap)
            throws SQLException {
        var next = gap.expected().orElse(Long.MAX_VALUE);
        var held = rows.held(connection, epoch, next);
        if (next >= batch.getFirst().seq() || held.getFirst().seq() != next) {
            faults.raise(LogFault.GAP);
            throw gap;
        }
        faults.raise(LogFault.REWIND);
        for (var batches = 0; batches < BATCHES && !held.isEmpty(); batches++) {
            append(connection, epoch, held);
            held = rows.held(connection, epoch, held.getLast().seq() + 1);
        }
    }

    /** Finds the first event that is refused, by halves; those before it are taken meanwhile. */
    private void narrow(Connection connection, int epoch, List<Numbered> batch) throws SQLException {
        var suspects = batch;
        while (suspects.size() > 1) {
            var half = suspects.subList(0, suspects.size() / 2);
            suspects = taken(connection, epoch, half) ? suspects.subList(half.size(), suspects.size()) : half;
        }
        try {
            append(connection, epoch, suspects);
        } catch (AuditLogException refused) {
            replace(connection, suspects.getFirst().seq(), refused);
        }
    }

    private boolean taken(Connection connection, int epoch, List<Numbered> events) throws SQLException {
        try {
            append(connection, epoch, events);
            return true;
        } catch (AuditLogException refused) {
            if (REFUSALS.contains(refused.code())) {
                return false;
            }
            throw refused;
        }
    }

    private void replace(Connection connection, long seq, AuditLogException refused) throws SQLException {
        var isMended =
                switch (refused.code()) {
                    case "invalid-event" -> {
                        faults.raise(LogFault.INVALID_EVENT);
                        yield numbering.replace(connection, seq, StandIn.UNREADABLE);
                    }
                    case "equivocation" ->
                        numbering.replace(connection, seq, StandIn.REPEATED) || raise(LogFault.EQUIVOCATION);
                    case "broken-chain" -> raise(LogFault.BROKEN_CHAIN);
                    case "epoch-closed" -> raise(LogFault.EPOCH_CLOSED);
                    default -> false;
                };
        if (!isMended) {
            throw refused;
        }
    }

    private boolean raise(LogFault fault) {
        faults.raise(fault);
        return false;
    }
}
