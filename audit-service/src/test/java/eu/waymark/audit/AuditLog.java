package eu.waymark.audit;

import static org.awaitility.Awaitility.await;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The log as its producers and its readers meet it. */
public final class AuditLog {

    public static final String EVENTS = "/api/audit/v1/events";

    private AuditLog() {}

    /** A batch whose first event has this number. */
    public static Map<String, Object> batch(long firstSeq, byte[]... bodies) {
        var events = IntStream.range(0, bodies.length)
                .mapToObj(i -> Map.<String, Object>of(
                        "seq", firstSeq + i, "body", Base64.getEncoder().encodeToString(bodies[i])))
                .toList();
        return Map.of("epoch", 1, "events", events);
    }

    public static ValidatableResponse send(String source, Map<String, Object> batch) {
        return Api.as(Tokens.service(source))
                .body(batch)
                .post("/internal/v1/sources/{source}/events", source)
                .then();
    }

    /** Appends events and tells where the first one stands. */
    public static long append(String source, SampleEvent... events) {
        var bodies = Arrays.stream(events).map(SampleEvent::bytes).toArray(byte[][]::new);
        return send(source, batch(1, bodies))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("acknowledged[0].leafIndex");
    }

    public static String checkpoint() {
        return Api.anonymous()
                .get("/api/audit/v1/log/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    public static String key() {
        return Api.anonymous()
                .get("/api/audit/v1/log/key")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    public static long size(String checkpoint) {
        return Long.parseLong(checkpoint.split("\n")[1]);
    }

    public static byte[] root(String checkpoint) {
        return Base64.getDecoder().decode(checkpoint.split("\n")[2]);
    }

    /** Waits until a checkpoint covers the leaf. */
    public static String checkpointCovering(long leafIndex) {
        return await().until(AuditLog::checkpoint, note -> size(note) > leafIndex);
    }

    /** The bodies of the first leaves, past the guard. */
    public static List<byte[]> leaves(long size) throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("select leaf_index, body from guarded.leaf order by leaf_index limit " + size)) {
            var leaves = new ArrayList<byte[]>();
            while (rows.next()) {
                if (rows.getLong(1) != leaves.size()) {
                    throw new AssertionError("The log has no leaf " + leaves.size());
                }
                leaves.add(rows.getBytes(2));
            }
            return leaves;
        }
    }
}
