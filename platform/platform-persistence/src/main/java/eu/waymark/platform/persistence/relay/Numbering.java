package eu.waymark.platform.persistence.relay;

import eu.waymark.platform.persistence.relay.StandIn.OutboxEvent;
import eu.waymark.platform.persistence.witness.LogFault;
import eu.waymark.platform.persistence.witness.LogFaults;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives events their dense number, the link to the one before, and canonical bytes. Every method is one transaction; the
 * caller holds the relay's lock.
 */
@Singleton
class Numbering {

    private static final int BATCH = 500;
    /** C2SP tlog-tiles prefixes an entry with its length in 16 bits. */
    private static final int LONGEST_LEAF = 65_535;

    private static final String EVENT = "select id, event, written_at from audit_outbox where ";
    private static final String WRITE =
            "update audit_outbox set epoch = ?, seq = ?, body = ?, replaced = ? where id = ?";

    private final CanonicalEvents canonical;
    private final LogFaults faults;
    private final String source;

    Numbering(
            CanonicalEvents canonical,
            LogFaults faults,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.canonical = canonical;
        this.faults = faults;
        this.source = source;
    }

    /** Numbers the next events, oldest first; in a new epoch the event that announces it before all others. */
    void number(Connection connection) throws SQLException {
        Transaction.run(connection, () -> {
            var place = SourcePlace.read(connection);
            var rows = new ArrayList<OutboxEvent>();
            if (place.awaited().isPresent()) {
                rows.addAll(find(
                        connection,
                        EVENT + "id = ? and seq is null",
                        place.awaited().get()));
            }
            if (rows.isEmpty()) {
                rows.addAll(find(connection, EVENT + "seq is null order by order_no limit " + BATCH));
            }
            if (!rows.isEmpty()) {
                assign(connection, rows, place).write(connection);
            }
        });
    }

    /** All in one flight: a round trip for each would keep the relay, and who asks beside it, waiting. */
    private SourcePlace assign(Connection connection, List<OutboxEvent> rows, SourcePlace place) throws SQLException {
        try (var update = connection.prepareStatement(WRITE)) {
            var next = place;
            for (var row : rows) {
                next = assign(update, row, next);
            }
            update.executeBatch();
            return next;
        }
    }

    private SourcePlace assign(PreparedStatement update, OutboxEvent row, SourcePlace place) throws SQLException {
        var body = canonical
                .read(row.event())
                .map(event -> canonical.bytes(event, source, place))
                .filter(bytes -> bytes.length <= LONGEST_LEAF);
        if (body.isEmpty()) {
            faults.raise(LogFault.INVALID_EVENT);
        }
        var leaf = body.orElseGet(
                () -> canonical.bytes(StandIn.UNREADABLE.of(row, canonical, place.epoch()), source, place));
        bind(update, place.epoch(), place.seq() + 1, leaf, body.isEmpty(), row.id());
        update.addBatch();
        return place.next(leaf);
    }

    /**
     * Puts a stand-in in the place of an event that the log refuses. What was numbered behind it loses its number, since
     * the chain leads through the new bytes.
     *
     * @return false where a stand-in is refused itself, or none is right: an event is only repeated when it was renumbered
     */
    boolean replace(Connection connection, long seq, StandIn standIn) throws SQLException {
        var place = SourcePlace.read(connection);
        var replaceable = EVENT + "epoch = ? and seq = ? and acknowledged_at is null and not replaced"
                + (standIn == StandIn.REPEATED ? " and renumbered" : "");
        var rows = find(connection, replaceable, place.epoch(), seq);
        if (rows.isEmpty()) {
            return false;
        }
        Transaction.run(connection, () -> {
            var row = rows.getFirst();
            var before = canonical.before(body(connection, row.id()), place, seq);
            var body = canonical.bytes(standIn.of(row, canonical, place.epoch()), source, before);
            write(connection, row.id(), before, body);
            takeNumbersAfter(connection, place.epoch(), seq);
            before.next(body).write(connection);
        });
        return true;
    }

    private static void write(Connection connection, UUID id, SourcePlace before, byte[] standIn) throws SQLException {
        try (var update = connection.prepareStatement(WRITE)) {
            bind(update, before.epoch(), before.seq() + 1, standIn, true, id);
            update.executeUpdate();
        }
    }

    private static void takeNumbersAfter(Connection connection, int epoch, long seq) throws SQLException {
        try (var update =
                connection.prepareStatement("update audit_outbox set epoch = null, seq = null, body = null, replaced ="
                        + " false where epoch = ? and seq > ? and acknowledged_at is null")) {
            update.setInt(1, epoch);
            update.setLong(2, seq);
            update.executeUpdate();
        }
    }

    private static byte[] body(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("select body from audit_outbox where id = ?")) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private static List<OutboxEvent> find(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            var found = new ArrayList<OutboxEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(event(rows));
                }
            }
            return found;
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
