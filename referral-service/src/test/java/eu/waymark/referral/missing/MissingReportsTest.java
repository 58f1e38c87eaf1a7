package eu.waymark.referral.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class MissingReportsTest {

    private static final String REPORTS = MissingScene.PATH + "/reports/";

    private MissingScene scene;

    @BeforeEach
    void begin() {
        scene = new MissingScene();
    }

    @Test
    void theReporterLearnsThatTheChildIsSafeAndSeenAndNothingElse() {
        // Given
        var report = scene.reported();
        scene.worker().get(REPORTS + report).then().statusCode(200).body("description", equalTo("Ana of room 4."));
        var episode = takenOn(report, scene.child());
        var before = seenByCarer(report);

        // When
        scene.found(episode, 0).statusCode(200);

        // Then
        var after = seenByCarer(report);
        assertThat(before).contains("\"looked-into\"");
        assertThat(after).isEqualTo(before.replace("looked-into", "safe-and-seen"));
        assertThat(after).doesNotContain(episode, "Hidden", "Cold", "came-back", "06:00");
    }

    @Test
    void aWorkerWithoutAConflictLetsTheReporterKnowMore() {
        // Given
        var report = scene.reported();
        var episode = takenOn(report, scene.child());
        scene.found(episode, 0).statusCode(200);
        scene.change(
                        scene.worker(),
                        1,
                        episode + "/conflicts",
                        "{\"subject\": \"%s\"}".formatted(scene.subject("relative")))
                .statusCode(200);
        var words = "{\"words\": \"He asks for his guitar.\"}";

        // Then
        scene.change(scene.relative(), 1, "reports/" + report + "/disclosures", words)
                .statusCode(404);
        scene.relative()
                .get(MissingScene.PATH + "/reports")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        scene.change(scene.carer(), 1, "reports/" + report + "/disclosures", words)
                .statusCode(403);

        // When
        scene.change(scene.colleague(), 1, "reports/" + report + "/disclosures", words)
                .statusCode(200);

        // Then
        scene.carer().get(REPORTS + report).then().statusCode(200).body("told", equalTo("He asks for his guitar."));
    }

    @Test
    void ofAChildThatDiedNoMachineTells() {
        // Given
        var report = scene.reported();
        var episode = takenOn(report, scene.child());

        // When
        scene.change(
                        scene.worker(),
                        0,
                        episode + "/finding",
                        "{\"foundAt\": \"2026-03-02T06:00:00Z\", \"how\": \"died\"}")
                .statusCode(200);

        // Then
        assertThat(seenByCarer(report)).contains("\"looked-into\"");
        assertThat(AuditTrail.facts("notification.requested", UUID.fromString(report)))
                .hasSize(2);
    }

    @Test
    void aSecondReportJoinsTheOpenEpisode() {
        // Given
        var child = scene.child();
        var episode = scene.missing(child);

        // When
        var joined = takenOn(scene.reported(), child);

        // Then
        assertThat(joined).isEqualTo(episode);
    }

    @Test
    void theTextHasTheChildsKeyOnceSomebodySaysWhoseItIs() throws SQLException {
        // Given
        var report = scene.reported();
        var key = keyOf(report);

        // When
        var child = scene.child();
        takenOn(report, child);

        // Then
        assertThat(keyOf(report)).isEqualTo(child.toString());
        assertThat(count("guarded.person_key", key)).isZero();
        scene.worker().get(REPORTS + report).then().body("description", equalTo("Ana of room 4."));
    }

    @Test
    void aDeclinedReportSaysWhy() {
        // Given
        var report = scene.reported();

        // When
        scene.change(scene.worker(), 0, "reports/" + report + "/answers", "{\"reason\": \"not-our-child\"}")
                .statusCode(200);

        // Then
        scene.carer()
                .get(REPORTS + report)
                .then()
                .statusCode(200)
                .body("status", equalTo("declined"))
                .body("declineReason", equalTo("not-our-child"));
        scene.change(scene.worker(), 1, "reports/" + report + "/answers", "{\"reason\": \"mistaken\"}")
                .statusCode(409);
    }

    private String takenOn(String report, UUID child) {
        return scene.change(
                        scene.worker(),
                        0,
                        "reports/" + report + "/answers",
                        "{\"personRecordId\": \"%s\"}".formatted(child))
                .statusCode(200)
                .body("episodeId", notNullValue())
                .extract()
                .path("episodeId");
    }

    private String seenByCarer(String report) {
        return scene.carer()
                .get(REPORTS + report)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String keyOf(String report) throws SQLException {
        return one("select key_id::text from guarded.missing_report where id = '" + report + "'");
    }

    private static int count(String table, String record) throws SQLException {
        return Integer.parseInt(
                one("select count(*)::text from " + table + " where person_record_id = '" + record + "'"));
    }

    private static String one(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
