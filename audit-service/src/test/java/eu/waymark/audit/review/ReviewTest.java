package eu.waymark.audit.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.Tampering;
import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.audit.log.Alarms;
import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.LogKey;
import eu.waymark.audit.log.SealedIndexing;
import eu.waymark.audit.log.Witnesses;
import eu.waymark.log.Frontier;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.platform.persistence.crypto.SealedDetails;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a database administrator can do with the triggers switched off: each change is found, and its place is named. The
 * changes are made in a transaction that is rolled back, in which the review reads too.
 */
@QuarkusTest
@TestProfile(ReviewTest.Witnessed.class)
@WithTestResource(WaymarkResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewTest {

    private static final String SOURCE = "register-service";
    private static final String OTHER = "referral-service";
    private static final NoteSigner WITNESS = witness(SOURCE);
    private static final List<String> TABLES = List.of(
            "leaf",
            "tile",
            "checkpoint",
            "cosignature",
            "access_event",
            "event_subject",
            "sealed_detail",
            "sealed_index");

    /**
     * What the review leaves alone: the way of this service's own events to the log, and what it remembers as a member of the
     * suite. Nothing of it is shown to anybody as what happened.
     */
    private static final List<String> NO_EVIDENCE = List.of(
            "alarm_raised", // each row has its event: anAlarmThatIsOnlySaidToHaveBeenRaisedIsFound
            "restoration",
            "audit_copy",
            "audit_fault",
            "audit_nothing",
            "audit_outbox",
            "audit_permit",
            "audit_source",
            "audit_witness",
            "concealed_work",
            "erased_subject",
            "fact_cursor",
            "fact_dead_letter",
            "fact_inbox",
            "row_key_pass",
            "fact_outbox",
            "flyway_schema_history",
            "idempotency_key",
            "person_erasure",
            "person_tag",
            "policy_publication",
            "rule_publication",
            "refusal_count");

    private static boolean prepared;
    /** What an erasure took, and where from. */
    private static final Map<Long, byte[]> TAKEN = new HashMap<>();

    @Inject
    Reviewing reviewing;

    @Inject
    Alarms alarms;

    @Inject
    LogKey key;

    @Inject
    Witnesses witnesses;

    @Inject
    Details details;

    @Inject
    SealedIndexing indexing;

    @Inject
    SealedDetails sealing;

    @ConfigProperty(name = "waymark.secrets.log-seed")
    String seed;

    /** A log of its own, with one witness. */
    public static class Witnessed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("waymark.log.witnesses", WITNESS.verifierKey().encoded(), "waymark.log.start-witnesses", "0");
        }
    }

    private static NoteSigner witness(String source) {
        var bytes = new byte[32];
        bytes[0] = 7;
        return NoteSigner.witness("waymark.example/log/" + source, bytes, Clock.systemUTC());
    }

    /** More than two tiles, with two sources, sealed details, an erasure, checkpoints and cosignatures; reviewed once. */
    @BeforeEach
    void aLog() throws SQLException {
        if (prepared) {
            return;
        }
        prepared = true;
        for (var seq = 1; seq <= 600; seq += 100) {
            var bodies = new ArrayList<byte[]>();
            for (var at = seq; at < seq + 100; at++) {
                bodies.add(event(SOURCE, at).bytes());
            }
            AuditLog.send(SOURCE, AuditLog.batch(seq, bodies.toArray(byte[][]::new)))
                    .statusCode(200);
        }
        for (var seq = 1; seq <= 12; seq++) {
            var index = sealed(seq, seq == 12 ? "identity.person.erased" : "register.search.done", seq == 12 ? 3 : seq);
            cosign(newestCovering(index));
        }
        assertThat(reviewing.review()).isEmpty();
        await().until(() -> number("select count(*) from guarded.access_event where type = 'audit.log.reviewed'"
                        + " and outcome = '0'")
                > 0);
        var last = number("select max(leaf_index) from guarded.leaf");
        newestCovering(last);
    }

    @Test
    @Order(1)
    void anUntouchedLogHasNoFinding() throws SQLException {
        assertThat(findings()).isEmpty();
        assertThat(number("select count(*) from guarded.sealed_detail")).isEqualTo(10);
    }

    @Test
    @Order(2)
    void detailsThatAnErasureTookAndSomebodyBroughtBackAreFound() throws SQLException {
        for (var taken : TAKEN.entrySet()) {
            var back = "insert into guarded.sealed_detail (leaf_index, ciphertext) values (%d, '\\x%s')"
                    .formatted(taken.getKey(), HexFormat.of().formatHex(taken.getValue()));
            assertThat(findings(back))
                    .extracting(Finding::table, Finding::place)
                    .containsExactly(tuple("sealed_detail", Long.toString(taken.getKey())));
        }
        assertThat(TAKEN).hasSize(1);
    }

    @Test
    @Order(2)
    void anAlarmThatIsOnlySaidToHaveBeenRaisedIsFound() throws SQLException {
        var silence =
                "insert into alarm_raised (alarm, about, mark, raised_at) values ('source-silent', 'referral-service',"
                        + " 'beforehand', now() %s)";
        assertThat(findings(silence.formatted("- interval '6 minutes'")))
                .containsExactly(new Finding(
                        "alarm_raised",
                        "source-silent referral-service",
                        "is said to be raised, and no event says so"));
        assertThat(findings(silence.formatted("+ interval '1 day'")))
                .as("from the future")
                .hasSize(1);
        assertThat(findings(silence.formatted("- interval '1 minute'")))
                .as("whose event may be on its way")
                .isEmpty();
    }

    @Test
    @Order(2)
    void anAlarmThatWasRaisedIsNoneAndIsGoodForOnce() throws SQLException {
        alarms.raise(Map.of("alarm", "source-silent", "source", "identity-service"));
        await().until(() -> number("select count(*) from guarded.access_event where type = 'audit.alarm'") > 0);
        var said = "insert into alarm_raised (alarm, about, mark, raised_at)"
                + " values ('source-silent', 'identity-service', '%s', now() - interval '6 minutes')";
        assertThat(findings(said.formatted("then"))).isEmpty();
        assertThat(findings(said.formatted("then"), said.formatted("again"))).hasSize(1);
    }

    /** Whoever adds a table has to say whether it is evidence. */
    @Test
    @Order(2)
    void everyTableIsReviewedOrIsNoEvidence() throws SQLException {
        var tables = new ArrayList<String>();
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("select relname from pg_class where relkind in ('r', 'p')"
                                + " and relnamespace in ('public'::regnamespace, 'guarded'::regnamespace)")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }

        assertThat(tables).contains(TABLES.toArray(String[]::new));
        tables.removeAll(TABLES);
        assertThat(tables).containsExactlyInAnyOrderElementsOf(NO_EVIDENCE);
    }

    @Test
    @Order(2)
    void everyColumnOfEveryTableThatIsChangedIsFoundAndLocated() throws SQLException {
        var softly = new SoftAssertions();
        var tried = 0;
        for (var table : TABLES) {
            for (var column : columns(table)) {
                tried++;
                var row = aRow(table);
                softly.assertThat(findings("update %s set %s = %s where %s"
                                .formatted(at(table), column.name, column.changed(table), row.where)))
                        .as("%s.%s", table, column.name)
                        .anyMatch(finding -> finding.table().equals(table)
                                && (row.isAt(finding.place()) || row.isMovedTo(finding.place())));
            }
        }
        softly.assertAll();
        assertThat(tried).isGreaterThanOrEqualTo(7 + 4 + 2 + 3 + 18 + 4 + 2 + 4);
    }

    @Test
    @Order(3)
    void everyRowThatIsTakenAwayIsFoundAndLocated() throws SQLException {
        var softly = new SoftAssertions();
        for (var table : TABLES) {
            var row = aRow(table);
            softly.assertThat(findings("delete from %s where %s".formatted(at(table), row.where)))
                    .as(table)
                    .anyMatch(finding -> finding.table().equals(table)
                            && (row.isAt(finding.place()) || finding.place().startsWith("<= ")));
        }
        softly.assertAll();
    }

    @Test
    @Order(4)
    void everyRowThatIsPutInIsFoundAndLocated() throws SQLException {
        var softly = new SoftAssertions();
        var far = 1_000_000L;
        var forged = Map.of(
                "leaf", "{\"leaf_index\": %d, \"seq\": 4711, \"event_id\": \"4ac0a3f1-66c5-4f4c-9b0e-0e6b1f0c2d11\"}",
                "tile", "{\"idx\": %d}",
                "checkpoint", "{\"size\": %d}",
                "cosignature", "{\"size\": %d}",
                "access_event", "{\"leaf_index\": %d, \"event_id\": \"4ac0a3f1-66c5-4f4c-9b0e-0e6b1f0c2d11\"}",
                "event_subject", "{\"leaf_index\": %d}",
                "sealed_detail", "{\"leaf_index\": %d}",
                "sealed_index", "{\"leaf_index\": %d}");
        for (var table : TABLES) {
            softly.assertThat(findings(insert(table, forged.get(table).formatted(far))))
                    .as(table)
                    .anyMatch(finding -> finding.table().equals(table)
                            && (finding.place().contains(Long.toString(far)) || table.equals("leaf")));
        }
        var plain = 5L;
        for (var table : List.of("sealed_detail", "sealed_index")) {
            softly.assertThat(findings(insert(table, "{\"leaf_index\": %d}".formatted(plain))))
                    .as("%s of another leaf", table)
                    .anyMatch(finding ->
                            finding.table().equals(table) && finding.place().equals("5"));
        }
        softly.assertThat(findings(insert("event_subject", "{\"subject\": \"forged\"}")))
                .anyMatch(finding -> finding.table().equals("event_subject"));
        softly.assertThat(findings(insert("cosignature", "{\"witness\": \"waymark.example/log/forged\"}")))
                .anyMatch(finding -> finding.table().equals("cosignature"));
        softly.assertAll();
    }

    @Test
    @Order(5)
    void rowsThatChangedPlacesAreFoundAndLocated() throws SQLException {
        var softly = new SoftAssertions();
        var places = Map.of("tile", "idx", "checkpoint", "size", "cosignature", "size");
        for (var table : TABLES) {
            var place = places.getOrDefault(table, "leaf_index");
            var two = two(table, place);
            var swap = "update %s set %s = %d where %s = %d";
            var away = 1_000_000_000L;
            softly.assertThat(findings(
                            swap.formatted(at(table), place, away, place, two.getFirst()),
                            swap.formatted(at(table), place, two.getFirst(), place, two.getLast()),
                            swap.formatted(at(table), place, two.getLast(), place, away)))
                    .as(table)
                    .anyMatch(finding -> finding.table().equals(table)
                            && finding.place().matches("(0/)?" + two.getFirst() + "( .*)?"))
                    .anyMatch(finding -> finding.table().equals(table)
                            && finding.place().matches("(0/)?" + two.getLast() + "( .*)?"));
        }
        softly.assertAll();
    }

    @Test
    @Order(6)
    void theEndOfTheLogCannotBeCutOff() throws SQLException {
        assertThat(findings("delete from guarded.leaf where leaf_index = (select max(leaf_index) from guarded.leaf)"))
                .extracting(Finding::table)
                .contains("access_event", "checkpoint");
        assertThat(findings("delete from guarded.leaf where leaf_index >= 300"))
                .extracting(Finding::table)
                .contains("access_event", "event_subject", "checkpoint", "tile", "sealed_detail", "sealed_index");
    }

    @Test
    @Order(7)
    void aTreeThatWasComputedAnewIsFoundByTheCheckpoints() throws SQLException {
        // Given a forger who mends the leaf hash, the tile and the read model, without the key of the log
        var forged =
                "guarded.leaf set body = convert_to(replace(convert_from(body, 'UTF8'), '\"5d3c\"', '\"5d3d\"'), 'UTF8')";
        var found = findings(
                "update " + forged + " where leaf_index = 610",
                "update guarded.leaf set leaf_hash = sha256('\\x00'::bytea || body) where leaf_index = 610",
                "update guarded.access_event set actor = '5d3d' where leaf_index = 610");

        // Then
        assertThat(found).extracting(Finding::table).contains("checkpoint");
    }

    @Test
    @Order(8)
    void anAlterationIsAnAlarmThatNamesTableAndPlace() throws Exception {
        // Given
        Tampering.with("update guarded.access_event set resource = 'forged' where leaf_index = 77");

        // When
        var found = reviewing.review();

        // Then
        assertThat(found).containsExactly(new Finding("access_event", "77", "says something else than its leaf"));
        await().untilAsserted(() -> assertThat(
                        number("select count(*) from audit_outbox where event like '%audit.alarm%'"
                                + " and event like '%\"place\":\"77\"%' and event like '%\"table\":\"access_event\"%'"))
                .isEqualTo(1));
        Tampering.with("update guarded.access_event set resource = null where leaf_index = 77");
        assertThat(findings()).isEmpty();
    }

    @Test
    @Order(9)
    void aHistoryThatWasSignedAnewIsTrueInItselfAndRefutedByWhoRemembers() throws Exception {
        // Given an administrator who has the key of the log too, and a witness who has signed the true log
        var index = AuditLog.append(OTHER, event(OTHER, 1));
        var old = newestCovering(index);
        var where = " where leaf_index = " + index;
        Tampering.with(
                "update guarded.leaf set body = convert_to(replace(convert_from(body, 'UTF8'), '\"5d3c\"', '\"5d3d\"'),"
                        + " 'UTF8')" + where,
                "update guarded.leaf set leaf_hash = sha256('\\x00'::bytea || body)" + where,
                "update guarded.access_event set actor = '5d3d'" + where);
        resign(index);

        // Then nothing in the database contradicts itself
        assertThat(findings()).isEmpty();

        // But the witness does
        var note = SignedNote.parse(old).signedBy(WITNESS).encoded();
        Api.as(Tokens.service(SOURCE))
                .body(Map.of("checkpoint", note, "copiesAfter", -1))
                .post("/internal/v1/sources/{source}/witness", SOURCE);
        AuditLog.send(OTHER, AuditLog.batch(2, event(OTHER, 2).bytes())).statusCode(503);
    }

    private void resign(long index) throws SQLException {
        var signer = NoteSigner.log("waymark.example/log", Base64.getDecoder().decode(seed));
        var leaves = AuditLog.leaves(Long.MAX_VALUE).stream().map(Hash::ofLeaf).toList();
        try (var owner = Database.asOwner();
                var rows = owner.createStatement().executeQuery("select size from checkpoint where size > " + index)) {
            while (rows.next()) {
                var size = rows.getLong(1);
                var root = Frontier.EMPTY
                        .append(leaves.subList(0, (int) size))
                        .frontier()
                        .root();
                Tampering.with("update checkpoint set note = '%s' where size = %d"
                        .formatted(
                                new Checkpoint("waymark.example/log", size, root)
                                        .sign(signer)
                                        .encoded(),
                                size));
            }
        }
    }

    /** A row in the middle, and the places by which a finding may name it. */
    private record Row(String where, String place) {
        boolean isAt(String found) {
            return found.equals(place);
        }

        /** A row whose key was changed stands elsewhere now, as {@link Column#changed} makes it. */
        boolean isMovedTo(String found) {
            var old = place.split(" ")[0];
            return found.equals(place + "x")
                    || old.matches("[0-9]+") && found.split(" ")[0].equals(Long.toString(Long.parseLong(old) + 1000));
        }
    }

    private static Row aRow(String table) throws SQLException {
        return switch (table) {
            case "tile" -> new Row("level = 0 and idx = 1", "0/1");
            case "checkpoint" -> {
                var size = number("select max(size) from checkpoint where size not in (select size from cosignature)"
                        + " and size < (select max(size) from cosignature)");
                yield new Row("size = " + size, Long.toString(size));
            }
            case "cosignature" -> {
                var size = number("select min(size) from cosignature");
                yield new Row(
                        "size = " + size, size + " " + WITNESS.verifierKey().name());
            }
            case "sealed_detail", "sealed_index" -> {
                var index = number("select min(leaf_index) from guarded.sealed_detail");
                yield new Row(
                        table.equals("sealed_index")
                                ? "kind = 'subject' and leaf_index = " + index
                                : "leaf_index = " + index,
                        Long.toString(index));
            }
            case "event_subject" -> new Row("leaf_index = 300 and subject = 'tag-of-all'", "300");
            default -> new Row("leaf_index = 300", "300");
        };
    }

    private static List<Long> two(String table, String place) throws SQLException {
        return switch (table) {
            case "tile" -> List.of(0L, 1L);
            case "checkpoint", "cosignature" ->
                List.of(number("select min(size) from cosignature"), number("select max(size) from cosignature"));
            case "sealed_detail", "sealed_index" ->
                List.of(
                        number("select min(leaf_index) from guarded.sealed_detail"),
                        number("select max(leaf_index) from guarded.sealed_detail"));
            default -> List.of(290L, 310L);
        };
    }

    private record Column(String name, String type) {

        /** Another value that the column can hold. */
        String changed(String table) {
            if (name.equals("kind")) {
                return "'case'";
            }
            return switch (type) {
                case "bytea" ->
                    "set_byte(%1$s, 40 %% octet_length(%1$s), get_byte(%1$s, 40 %% octet_length(%1$s)) # 1)"
                            .formatted(name);
                case "bigint", "integer" -> "coalesce(%s, 0) + 1000".formatted(name);
                case "smallint" -> name + " + 1";
                case "text" -> "coalesce(%s, '') || 'x'".formatted(name);
                case "uuid" -> "gen_random_uuid()";
                case "timestamp with time zone" -> name + " + interval '1 microsecond'";
                default -> throw new AssertionError("Try the type of %s.%s too: %s".formatted(table, name, type));
            };
        }
    }

    private static List<Column> columns(String table) throws SQLException {
        try (var owner = Database.asOwner();
                var ask = owner.prepareStatement("select column_name, data_type from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where table_name = ? and table_type = 'BASE TABLE' order by ordinal_position")) {
            ask.setString(1, table);
            var columns = new ArrayList<Column>();
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
            return columns;
        }
    }

    private static String insert(String table, String changes) throws SQLException {
        return "insert into %1$s select (jsonb_populate_record(r, '%2$s')).* from %1$s r where %3$s"
                .formatted(at(table), changes, aRow(table).where);
    }

    private static String at(String table) {
        return List.of("tile", "checkpoint", "cosignature").contains(table) ? table : "guarded." + table;
    }

    /** What a review finds after these changes, which nobody else ever sees. */
    private List<Finding> findings(String... changes) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try {
                return findingsOnce(changes);
            } catch (SQLException refused) {
                // The service reads the same tables meanwhile, in an order of its own.
                if (!"40P01".equals(refused.getSQLState()) || attempt == 10) {
                    throw refused;
                }
            }
        }
    }

    private List<Finding> findingsOnce(String... changes) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table cosignature drop constraint cosignature_size_fkey");
            for (var table : TABLES) {
                statement.execute("alter table %s disable trigger user".formatted(at(table)));
            }
            for (var change : changes) {
                statement.execute(change);
                assertThat(statement.getUpdateCount()).as(change).isPositive();
            }
            statement.execute("insert into audit_permit default values");
            var found = review(owner);
            owner.rollback();
            return found;
        }
    }

    private List<Finding> review(Connection connection) {
        var rows = new Rows(new OneConnection(connection));
        var review = new LogReview(rows, key.verifier(), witnesses.keys(), details, indexing);
        var size = rows.size();
        review.begin(size);
        review.review(0, size);
        review.end();
        return review.findings().first();
    }

    private static SampleEvent event(String source, long seq) {
        return SampleEvent.of(source, seq).with("subjects", List.of("tag-" + seq, "tag-of-all"));
    }

    private long sealed(long seq, String type, long child) {
        var event = SampleEvent.of("identity-service", seq)
                .with("type", type)
                .withoutAgency()
                .with("subjects", List.of("per-event-" + seq));
        var box = sealing.seal(
                UUID.fromString(event.id()),
                "{\"agency\":\"FR-69-CRIP\",\"subjects\":[\"tag-%d\"],\"terms\":\"%d\"}"
                        .formatted(child, seq)
                        .getBytes(StandardCharsets.UTF_8));
        event.with(
                "sealed",
                new TreeMap<>(Map.of("alg", SealedDetails.ALGORITHM, "kid", box.kid(), "sha256", box.sha256())));
        var item = new HashMap<String, Object>(
                Map.of("seq", seq, "body", Base64.getEncoder().encodeToString(event.bytes())));
        item.put("sealed", Base64.getEncoder().encodeToString(box.bytes()));
        var index = AuditLog.send("identity-service", Map.of("epoch", 1, "events", List.of(item)))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("acknowledged[0].leafIndex");
        if (seq == 3) {
            TAKEN.put(index, box.bytes());
        }
        return index;
    }

    /** The newest one, whoever has signed it: readers get one that a quorum has. */
    private static String newestCovering(long index) {
        return await().until(
                        () -> Api.as(Tokens.service(SOURCE))
                                .body(Map.of("copiesAfter", -1))
                                .post("/internal/v1/sources/{source}/witness", SOURCE)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getString("checkpoint"),
                        note -> note != null && AuditLog.size(note) > index);
    }

    private static void cosign(String note) {
        var log = VerifierKey.parse(AuditLog.key());
        assertThat(Checkpoint.open(SignedNote.parse(note), log).size()).isPositive();
        Api.as(Tokens.service(SOURCE))
                .body(Map.of(
                        "checkpoint", SignedNote.parse(note).signedBy(WITNESS).encoded(), "copiesAfter", -1))
                .post("/internal/v1/sources/{source}/witness", SOURCE)
                .then()
                .statusCode(200);
    }

    private static long number(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
