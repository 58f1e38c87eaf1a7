package eu.waymark.sandbox.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.Sandbox;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The log and the outboxes as their databases hold them: everybody's events at once, which no person may see. */
final class LogBook {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Sandbox sandbox;

    LogBook(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** One event where it stands in the log. */
    record Leaf(long index, String source, long seq, byte[] body) {

        JsonNode event() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError("A leaf is JSON", e);
            }
        }
    }

    /** The whole log, in order. */
    List<Leaf> leaves() throws SQLException {
        return query(
                WaymarkService.AUDIT,
                "select leaf_index, source, seq, body from guarded.leaf order by leaf_index",
                LogBook::leaf);
    }

    /** What one producer has written and the log has acknowledged, in its order, with the place it was told. */
    List<Leaf> acknowledged(WaymarkService producer) throws SQLException {
        return query(
                producer,
                "select leaf_index, '%s', seq, body from audit_outbox where acknowledged_at is not null order by seq"
                        .formatted(producer.module()),
                LogBook::leaf);
    }

    /** Waits until no producer has an event that the log has not acknowledged. */
    void awaitNothingWaiting() {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(() -> {
            long waiting = 0;
            for (WaymarkService producer : WaymarkService.withDatabase()) {
                waiting += waiting(producer);
            }
            return waiting == 0;
        });
    }

    /** How many of a producer's events the log has not acknowledged. */
    long waiting(WaymarkService producer) throws SQLException {
        return query(producer, "select count(*) from audit_outbox where acknowledged_at is null", row -> row.getLong(1))
                .getFirst();
    }

    /** The events of one request, as soon as there are so many. */
    List<JsonNode> awaitRequest(String requestId, int count) {
        return await().atMost(SOON)
                .until(
                        () -> leaves().stream()
                                .map(Leaf::event)
                                .filter(event -> event.path("request").asText().equals(requestId))
                                .toList(),
                        events -> events.size() >= count);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4));
    }

    private <T> List<T> query(WaymarkService service, String sql, Row<T> row) throws SQLException {
        try (var connection = sandbox.connect(service, DatabaseRole.OWNER);
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        }
    }
}
