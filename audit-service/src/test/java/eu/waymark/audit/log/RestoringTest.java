package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An old backup of the log is put in its place, consistent in itself. */
@QuarkusTest
@TestProfile(RestoringTest.Restored.class)
@WithTestResource(WaymarkResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoringTest {

    private static final String REGISTER = "register-service";
    private static final String IDENTITY = "identity-service";
    private static final String ERASED = "tag-of-the-erased-one";
    private static final byte[] DETAILS = "details".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final List<Map<String, Object>> KEPT = new ArrayList<>();
    private static String witnessed = "";
    private static long backup;

    @Inject
    LogGate gate;

    /** A profile of its own, so that the log starts anew. */
    public static class Restored extends WitnessedLog {}

    @Test
    @Order(1)
    void theLogGrowsAndIsWitnessed() throws Exception {
        // Given
        show(REGISTER, null).statusCode(200);
        show(IDENTITY, null).statusCode(200);
        append(REGISTER, 1, 300);
        append(IDENTITY, 1, 20);
        sealed(21);
        AuditLog.send(IDENTITY, AuditLog.batch(99, SampleEvent.of(IDENTITY, 99).bytes()))
                .statusCode(409);
        backup = covered(321);

        // When: after the backup it goes on, with events of its own in between
        append(REGISTER, 301, 350);
        AuditLog.send(
                        IDENTITY,
                        AuditLog.batch(
                                1, SampleEvent.of(IDENTITY, 1).with("case", "x").bytes()))
                .statusCode(409);
        await().until(() -> size() > backup + 350);
        append(IDENTITY, 22, 30);
        sealed(52);
        assertThat(details()).isEqualTo(2);
        AuditLog.send(
                        IDENTITY,
                        AuditLog.batch(
                                53,
                                SampleEvent.of(IDENTITY, 53)
                                        .with("type", "identity.person.erased")
                                        .with("subjects", List.of(ERASED))
                                        .bytes()))
                .statusCode(200);
        assertThat(details()).isZero();
        witnessed = newest(size() - 1);

        // Then
        show(
                        REGISTER,
                        SignedNote.parse(witnessed)
                                .signedBy(WitnessedLog.REGISTER)
                                .encoded())
                .statusCode(200);
        keepEverything();
        assertThat(KEPT).extracting(leaf -> leaf.get("source")).contains("audit-service", REGISTER, IDENTITY);
    }

    @Test
    @Order(2)
    void anOldBackupClosesTheLogAsSoonAsAWitnessShowsMore() throws Exception {
        // Given
        rollBack();
        assertThat(gate.check()).isTrue();

        // When
        var answer = show(
                REGISTER,
                SignedNote.parse(witnessed).signedBy(WitnessedLog.REGISTER).encoded());

        // Then
        answer.statusCode(200).body("restoreFrom", equalTo((int) backup));
        assertThat(gate.check()).isFalse();
        AuditLog.send(
                        REGISTER,
                        AuditLog.batch(9_999, SampleEvent.of(REGISTER, 9_999).bytes()))
                .statusCode(503)
                .body("code", equalTo("log-not-trusted"));
        assertThat(checkpoints()).isEqualTo(backup);
    }

    @Test
    @Order(3)
    void aSourceBringsBackItsOwnAndCopiesOnly() {
        bring(IDENTITY, lost(REGISTER)).statusCode(403);
    }

    /** Whoever came first with another leaf would keep the copies of the witnesses out. */
    @Test
    @Order(3)
    void whoIsNoWitnessBringsNoCopiesOfTheLogsOwn() throws Exception {
        // Given
        var copy = lost("audit-service").getFirst();
        var forged = new HashMap<>(copy);
        var seq = Long.parseLong(copy.get("seq").toString());
        forged.put(
                "body",
                Base64.getEncoder()
                        .encodeToString(SampleEvent.of("audit-service", seq).bytes()));

        // When
        bring("gateway", List.of(forged)).statusCode(403);
        bring("gateway", List.of(copy)).statusCode(403);

        // Then
        assertThat(number("select count(*) from guarded.restoration")).isZero();
    }

    @Test
    @Order(4)
    void anotherLeafForAPlaceIsRefused() {
        // Given
        var first = lost(IDENTITY).getFirst();
        bring(IDENTITY, List.of(first)).statusCode(200).body("restored", equalTo(false));
        var seq = Long.parseLong(first.get("seq").toString());
        var other = new HashMap<>(first);
        other.put(
                "body",
                Base64.getEncoder().encodeToString(SampleEvent.of(IDENTITY, seq).bytes()));

        // Then
        bring(IDENTITY, List.of(other)).statusCode(409).body("code", equalTo("not-restorable"));
    }

    @Test
    @Order(5)
    void theProducersRebuildItToTheIdenticalRoot() throws Exception {
        // When
        bring(IDENTITY, lost(IDENTITY)).statusCode(200).body("wanted", equalTo((int) backup));
        bring(REGISTER, lost(REGISTER)).statusCode(200).body("restored", equalTo(false));
        var last = bring(IDENTITY, lost("audit-service"));

        // Then
        last.statusCode(200).body("restored", equalTo(true)).body("wanted", nullValue());
        assertThat(gate.check()).isTrue();
        assertThat(details()).as("erased again").isZero();
        assertThat(AuditLog.leaves(AuditLog.size(witnessed)))
                .containsExactlyElementsOf(KEPT.stream()
                        .map(leaf -> Base64.getDecoder().decode(leaf.get("body").toString()))
                        .toList());
        var newest = newest(AuditLog.size(witnessed));
        show(REGISTER, SignedNote.parse(newest).signedBy(WitnessedLog.REGISTER).encoded())
                .statusCode(200)
                .body("restoreFrom", nullValue());
    }

    @Test
    @Order(6)
    void afterwardsTheLogGoesOnItsOwnSourceInANewEpoch() throws Exception {
        // When
        append(REGISTER, 651, 10);

        // Then
        await().until(() -> ownEpochs().equals(List.of(1, 2)));
        assertThat(gate.check()).isTrue();
    }

    @Test
    @Order(7)
    void whereNothingIsLostNothingIsTaken() {
        bring(IDENTITY, lost(IDENTITY)).statusCode(409).body("code", equalTo("not-restorable"));
    }

    /** An event about the child who is erased later, with details beside it. */
    private static void sealed(long seq) {
        var event = SampleEvent.of(IDENTITY, seq)
                .with("subjects", List.of(ERASED))
                .with(
                        "sealed",
                        new TreeMap<>(Map.of(
                                "alg", "HPKE",
                                "kid", "1",
                                "sha256", Base64.getEncoder().encodeToString(Digests.sha256(DETAILS)))));
        var item = Map.of(
                "seq", seq,
                "body", Base64.getEncoder().encodeToString(event.bytes()),
                "sealed", Base64.getEncoder().encodeToString(DETAILS));
        AuditLog.send(IDENTITY, Map.of("epoch", 1, "events", List.of(item))).statusCode(200);
    }

    private static long details() throws SQLException {
        return number("select count(*) from guarded.sealed_detail join guarded.event_subject using (leaf_index)"
                + " where subject = '" + ERASED + "'");
    }

    private static void append(String source, long first, int count) {
        for (var seq = first; seq < first + count; seq += 50) {
            var bodies = new ArrayList<byte[]>();
            for (var at = seq; at < Math.min(seq + 50, first + count); at++) {
                bodies.add(SampleEvent.of(source, at).bytes());
            }
            AuditLog.send(source, AuditLog.batch(seq, bodies.toArray(byte[][]::new)))
                    .statusCode(200);
        }
    }

    /** What the producers' outboxes hold, and their copies of the log's own leaves. */
    private static void keepEverything() throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery(
                                "select leaf_index, source, epoch, seq, body from guarded.leaf where leaf_index < "
                                        + AuditLog.size(witnessed) + " order by 1")) {
            while (rows.next()) {
                KEPT.add(Map.of(
                        "leafIndex", rows.getLong(1),
                        "source", rows.getString(2),
                        "epoch", rows.getInt(3),
                        "seq", rows.getLong(4),
                        "body", Base64.getEncoder().encodeToString(rows.getBytes(5))));
            }
        }
    }

    private static List<Map<String, Object>> lost(String source) {
        return KEPT.stream()
                .filter(leaf -> leaf.get("source").equals(source) && (long) leaf.get("leafIndex") >= backup)
                .toList();
    }

    /** The whole database as it was: this service's own outbox too. */
    private static void rollBack() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            for (var table : List.of(
                    "cosignature",
                    "checkpoint",
                    "tile",
                    "guarded.leaf",
                    "guarded.access_event",
                    "guarded.event_subject",
                    "guarded.sealed_index")) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute("delete from cosignature where size > " + backup);
            statement.execute("delete from checkpoint where size > " + backup);
            statement.execute("delete from tile where ((idx + 1) << (8 * (level + 1))::int) > " + backup);
            for (var table :
                    List.of("guarded.access_event", "guarded.event_subject", "guarded.sealed_index", "guarded.leaf")) {
                statement.execute("delete from " + table + " where leaf_index >= " + backup);
            }
            // The backup is older than the erasure: what was erased stands in it.
            statement.execute("insert into guarded.sealed_detail select leaf_index, 'details'::bytea from guarded.leaf"
                    + " where source = 'identity-service' and seq = 21");
            statement.execute("delete from audit_outbox where leaf_index is null or leaf_index >= " + backup);
            statement.execute("update audit_source set last_seq = own.seq, last_hash = own.hash from"
                    + " (select seq, sha256(body) hash from guarded.leaf where source = 'audit-service'"
                    + " order by seq desc limit 1) own");
            for (var table : List.of(
                    "cosignature",
                    "checkpoint",
                    "tile",
                    "guarded.leaf",
                    "guarded.access_event",
                    "guarded.event_subject",
                    "guarded.sealed_index")) {
                statement.execute("alter table " + table + " enable trigger user");
            }
        }
    }

    private static long covered(long leafIndex) {
        return AuditLog.size(newest(leafIndex));
    }

    private static String newest(long leafIndex) {
        return await().until(
                        () -> show(REGISTER, null).extract().jsonPath().getString("checkpoint"),
                        note -> note != null && AuditLog.size(note) > leafIndex);
    }

    private static long size() throws SQLException {
        return number("select count(*) from guarded.leaf");
    }

    private static long checkpoints() throws SQLException {
        return number("select max(size) from checkpoint");
    }

    private static long number(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Integer> ownEpochs() throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery(
                                "select distinct epoch from guarded.leaf where source = 'audit-service' order by 1")) {
            var epochs = new ArrayList<Integer>();
            while (rows.next()) {
                epochs.add(rows.getInt(1));
            }
            return epochs;
        }
    }

    private static ValidatableResponse bring(String source, List<Map<String, Object>> leaves) {
        return Api.as(Tokens.service(source))
                .body(Map.of("leaves", leaves))
                .post("/internal/v1/sources/{source}/restoration", source)
                .then();
    }

    private static ValidatableResponse show(String source, String note) {
        var body = new HashMap<String, Object>();
        body.put("copiesAfter", -1);
        if (note != null) {
            body.put("checkpoint", note);
        }
        return Api.as(Tokens.service(source))
                .body(body)
                .post("/internal/v1/sources/{source}/witness", source)
                .then();
    }
}
