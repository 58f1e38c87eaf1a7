package eu.waymark.audit.event;

import static eu.waymark.audit.AuditLog.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.Tampering;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query that is asked to verify believes neither the read model nor the leaf. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class VerifyingTest {

    private final String source = SampleEvent.freshSource();
    private final String agency = "FR-" + source;
    private long first;
    private long size;

    @BeforeEach
    void threeEvents() {
        first = AuditLog.append(source, own(1), own(2), own(3));
        size = AuditLog.size(AuditLog.checkpointCovering(first + 2));
    }

    /** The look of a moment ago may be listed too, and no checkpoint may cover it yet. */
    @AfterEach
    void theLogIsWhole() {
        assertThat(states(listed())).contains("VERIFIED").isSubsetOf("VERIFIED", "NOT_YET_COVERED");
    }

    @Test
    void whatSaysWhatItsLeafSaysIsVerified() {
        // When
        var answer = listed();

        // Then
        assertThat(states(answer)).containsExactly("VERIFIED", "VERIFIED", "VERIFIED");
        assertThat(answer.getList("items.verified.checkpointSize", Long.class)).allMatch(at -> at >= size);
    }

    @Test
    void withoutBeingAskedNothingIsVerified() {
        assertThat(list(false).getList("items.verified")).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "event_id, gen_random_uuid()",
                "source, 'another-service'",
                "recorded, recorded - interval '1 microsecond'",
                "type, 'register.entry.opened'",
                "action, 'U'",
                "outcome, '4'",
                "outcome_code, 'not-found'",
                "actor, 'somebody-else'",
                "country, 'GB'",
                "client, 'another-portal'",
                "purpose, 'COURT'",
                "legal_basis, 'consent'",
                "case_ref, null",
                "request_id, 'r-2'",
                "resource, 'e-2'",
                "returned, returned + 1"
            })
    void aChangedColumnIsAltered(String column, String value) throws SQLException {
        // Given
        var row = " where leaf_index = " + (first + 1);
        Tampering.with(
                "create table hidden as select * from guarded.access_event" + row,
                "update guarded.access_event set " + column + " = " + value + row);

        // When
        var answer = listed();

        // Then
        assertThat(answer.getList("items")).hasSize(3);
        assertThat(byIndex(answer))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(first, "VERIFIED", first + 1, "ALTERED", first + 2, "VERIFIED"));
        Tampering.with(
                "delete from guarded.access_event" + row,
                "insert into guarded.access_event select * from hidden",
                "drop table hidden");
    }

    @Test
    void aSubjectThatWasAddedOrTakenAwayIsAltered() throws SQLException {
        for (var change : List.of(
                "update guarded.event_subject set subject = 'tag-of-another' where leaf_index = ",
                "delete from guarded.event_subject where leaf_index = ",
                "insert into guarded.event_subject select (jsonb_populate_record(s, '{\"subject\": \"tag-b\"}')).*"
                        + " from guarded.event_subject s where leaf_index = ")) {
            // Given
            var row = " where leaf_index = " + first;
            Tampering.with("create table hidden as select * from guarded.event_subject" + row, change + first);

            // When
            var answer = listed();

            // Then
            assertThat(byIndex(answer)).containsEntry(first, "ALTERED").containsEntry(first + 1, "VERIFIED");
            Tampering.with(
                    "delete from guarded.event_subject" + row,
                    "insert into guarded.event_subject select * from hidden",
                    "drop table hidden");
        }
    }

    @Test
    void aRowThatPointsToAnotherLeafIsAltered() throws SQLException {
        // Given
        swap();

        // When
        var answer = listed();

        // Then
        assertThat(byIndex(answer)).containsEntry(first, "ALTERED").containsEntry(first + 1, "ALTERED");
        swap();
    }

    private void swap() throws SQLException {
        Tampering.with(
                "update guarded.access_event set leaf_index = -1 where leaf_index = " + first,
                "update guarded.access_event set leaf_index = %d where leaf_index = %d".formatted(first, first + 1),
                "update guarded.access_event set leaf_index = %d where leaf_index = -1".formatted(first + 1));
    }

    @Test
    void aForgedLeafThatAgreesWithItsRowIsAltered() throws SQLException {
        // Given
        var row = " where leaf_index = " + (first + 2);
        Tampering.with(
                "create table hidden as select * from guarded.leaf" + row,
                "update guarded.leaf set body = convert_to(replace(convert_from(body, 'UTF8'), '\"5d3c\"', '\"5d3d\"'),"
                        + " 'UTF8')" + row,
                "update guarded.access_event set actor = '5d3d'" + row);

        // When
        var answer = listed();

        // Then
        assertThat(byIndex(answer)).containsEntry(first + 2, "ALTERED");
        Tampering.with(
                "update guarded.access_event set actor = '5d3c'" + row,
                "delete from guarded.leaf" + row,
                "insert into guarded.leaf select * from hidden",
                "drop table hidden");
    }

    @Test
    void anAlteredEventIsAnAlarm() throws SQLException {
        // Given
        var row = " where leaf_index = " + first;
        Tampering.with("update guarded.access_event set resource = 'forged'" + row);

        // When
        listed();

        // Then
        await().untilAsserted(() -> assertThat(alarms()).contains(Long.toString(first)));
        Tampering.with("update guarded.access_event set resource = 'e-1'" + row);
    }

    private JsonPath listed() {
        return list(true);
    }

    private JsonPath list(boolean verify) {
        return Api.as(
                        Tokens.person("compliance-officer")
                                .agency(agency)
                                .country("FR")
                                .roles("compliance")
                                .purposes("AUDIT"),
                        "AUDIT")
                .queryParam("verify", verify)
                .queryParam("to", "2026-11-22T10:00:01Z")
                .queryParam("from", "2026-11-22T09:00:00Z")
                .get(EVENTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> states(JsonPath answer) {
        return answer.getList("items.verified.state");
    }

    private static Map<Long, String> byIndex(JsonPath answer) {
        var found = new HashMap<Long, String>();
        var indices = answer.getList("items.leafIndex", Long.class);
        var states = states(answer);
        for (var at = 0; at < states.size(); at++) {
            found.put(indices.get(at), states.get(at));
        }
        return found;
    }

    private static List<String> alarms() throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery(
                                "select convert_from(body, 'UTF8')::jsonb -> 'notes' ->> 'place' from guarded.leaf"
                                        + " where source = 'audit-service' and convert_from(body, 'UTF8') like '%audit.alarm%'")) {
            var places = new ArrayList<String>();
            while (rows.next()) {
                places.add(String.valueOf(rows.getString(1)));
            }
            return places;
        }
    }

    private SampleEvent own(long seq) {
        return SampleEvent.of(source, seq)
                .agent("agency", agency)
                .with("outcome", "0")
                .with("case", "case-1")
                .with("request", "r-1")
                .with("resource", "e-1")
                .with("returned", "2")
                .with("legalBasis", "hague-1996-34");
    }
}
