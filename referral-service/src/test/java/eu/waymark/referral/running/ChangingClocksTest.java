package eu.waymark.referral.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Stored;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock stands still, goes on, or gets another time, for the reasons that its rule allows (domain, F14). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ChangingClocksTest {

    private static final String CLOCKS = "/api/referral/v1/clocks/";
    private static final String RETURNED = "returned-for-information";

    private String referral = "";

    @BeforeEach
    void aReferralWaitsInLyon() {
        Directory.isKnown();
        referral = sentByLeedsTo(Workers.LYON);
    }

    @Test
    void whatItStoodStillIsNotCounted() throws SQLException {
        // Given
        Instant due = Instant.parse(Workers.lyon().get(CLOCKS + referral).path("dueAt"));
        post("pauses", 0, RETURNED).then().statusCode(200).body("work.paused", equalTo(true));
        Stored.change("update guarded.clock_pause set paused_at = paused_at - interval '20 days' where work_item_id in"
                + " (select id from guarded.work_item where reference = '" + referral + "')");
        Stored.change(
                "update guarded.work_item set paused_at = paused_at - interval '20 days', started_at = started_at - interval '20 days' - interval '1 hour',"
                        + " remind_50_at = null, remind_80_at = null, due_at = due_at - interval '12 days' where reference = '"
                        + referral + "'");

        // When
        var resumed = post("resumptions", 1, "");

        // Then
        resumed.then()
                .statusCode(200)
                .body("work.paused", equalTo(false))
                .body("pauses.reason", contains(RETURNED))
                .body("days.why", hasItem("pause"));
        assertThat(Instant.parse(resumed.path("dueAt"))).isAfter(due.minusSeconds(12 * 86_400));
        assertThat(Stored.texts("select (due_at = '" + resumed.path("dueAt") + "' and remind_50_at < due_at"
                        + " and paused_at is null)::text from guarded.work_item where reference = '" + referral + "'"))
                .containsExactly("true");
        // Then: whoever waits keeps the date that it was given
        assertThat(Workers.leeds().get("/api/referral/v1/referrals/" + referral).<String>path("dueAt"))
                .isEqualTo(due.toString());
        var event = AuditTrail.of(resumed.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.clock.resumed");
    }

    @Test
    void aReferralThatIsReturnedGoesOnWithTheTimeThatWasLeft() throws SQLException {
        // Given: Lyon has had it for ten days
        Stored.change("update guarded.work_item set started_at = started_at - interval '10 days', remind_50_at = null,"
                + " remind_80_at = null, due_at = due_at - interval '10 days' where reference = '" + referral + "'");
        Stored.change(
                "update guarded.referral set sent_at = sent_at - interval '10 days' where id = '" + referral + "'");
        moved(Workers.lyon(), 0, "returns");
        Workers.lyon()
                .get(CLOCKS + referral)
                .then()
                .statusCode(200)
                .body("work.kind", equalTo("referral-decision"))
                .body("work.paused", equalTo(true));

        // When
        moved(Workers.leeds(), 1, "resubmissions");

        // Then: nothing is given that had gone before
        var explained = Workers.lyon().get(CLOCKS + referral);
        explained.then().body("work.paused", equalTo(false)).body("pauses.reason", contains(RETURNED));
        assertThat(Instant.parse(explained.path("dueAt")))
                .isBefore(Clock.systemUTC().instant())
                .isEqualTo(Instant.parse(Workers.leeds()
                        .get("/api/referral/v1/referrals/" + referral)
                        .path("dueAt")));
    }

    @Test
    void whereTheLawKnowsNoSuchPauseAReturnedReferralIsDueAllTheSame() {
        // Given
        var agency = Directory.newCode();
        Directory.lists(agency, "Some council", "GB-ENG");
        referral = sentByLeedsTo(agency);
        String due = as(agency, "practitioner").get(CLOCKS + referral).path("dueAt");

        // When
        moved(as(agency, "practitioner"), 0, "returns");

        // Then
        as(agency, "practitioner")
                .get(CLOCKS + referral)
                .then()
                .body("rule.code", equalTo("EN-DEC"))
                .body("work.paused", equalTo(false));
        Workers.leeds()
                .get("/api/referral/v1/referrals/" + referral)
                .then()
                .body("status", equalTo("returned"))
                .body("pausedAt", nullValue())
                .body("dueAt", equalTo(due));
    }

    @Test
    void aReasonThatTheRuleDoesNotAllowIsRefusedAndTheAllowedOnesAreNamed() {
        post("pauses", 0, "too-much-work")
                .then()
                .statusCode(422)
                .body("code", equalTo("reason-not-allowed"))
                .body("detail", containsString(RETURNED));
    }

    @Test
    void aClockThatStandsDoesNotStopAgainAndOneThatRunsDoesNotGoOn() {
        post("resumptions", 0, "").then().statusCode(409).body("code", equalTo("clock-not-paused"));
        post("pauses", 0, RETURNED).then().statusCode(200);
        post("pauses", 1, RETURNED).then().statusCode(409).body("code", equalTo("clock-not-running"));
    }

    @Test
    void theVersionSeenIsStated() {
        Workers.lyon()
                .body("{\"reason\": \"" + RETURNED + "\"}")
                .post(CLOCKS + referral + "/pauses")
                .then()
                .statusCode(428);
        post("pauses", 7, RETURNED).then().statusCode(412);
    }

    @Test
    void anotherAgencyStopsNothing() {
        Workers.berlin()
                .header("If-Match", "\"0\"")
                .body("{\"reason\": \"" + RETURNED + "\"}")
                .post(CLOCKS + referral + "/pauses")
                .then()
                .statusCode(404);
    }

    @Test
    void workThatIsDoneHasNoClockToStop() {
        // Given
        String item = Workers.lyon().get(CLOCKS + referral).path("work.workItem");
        Workers.lyon()
                .header("If-Match", "\"0\"")
                .body("{\"decision\": \"accept\"}")
                .post("/api/referral/v1/referrals/" + referral + "/decisions")
                .then()
                .statusCode(200);

        // When
        var done = Workers.lyon().get(CLOCKS + item);
        var answer = Workers.lyon()
                .header("If-Match", done.header("ETag"))
                .body("{\"reason\": \"" + RETURNED + "\"}")
                .post(CLOCKS + item + "/pauses");

        // Then
        done.then().statusCode(200).body("work.closedAt", notNullValue());
        answer.then().statusCode(409).body("code", equalTo("clock-not-running"));
    }

    @Test
    void ofManyWhoStopItAtOnceOneDoes() {
        // When
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> post("pauses", 0, RETURNED).statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        assertThat(answers).containsOnlyOnce(200).allMatch(List.of(200, 409, 412)::contains);
    }

    @Test
    void aManagerRecordsWhyAnAssessmentIsLateAndTheDueDateStays() {
        // Given
        var agency = Directory.newCode();
        Directory.lists(agency, "Some council", "GB-ENG");
        String assessment = as(agency, "practitioner")
                .body("""
                        {"personRecordId": "%s", "reason": "Missing three times.", "agencies": []}""".formatted(Identity.personOf(agency)))
                .post("/api/referral/v1/assessments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var before = as(agency, "manager").get(CLOCKS + assessment);
        before.then().statusCode(200).body("rule.code", equalTo("EN-ASM"));

        // When
        var excepted = as(agency, "manager")
                .header("If-Match", before.header("ETag"))
                .body("{\"reason\": \"court-proceedings\"}")
                .post(CLOCKS + before.path("work.workItem") + "/exceptions");

        // Then
        excepted.then()
                .statusCode(200)
                .body("dueAt", equalTo(before.path("dueAt")))
                .body("work.exceptions.reason", contains("court-proceedings"))
                .body("work.exceptions.toRule", contains("EN-ASM"));
        as(agency, "practitioner")
                .header("If-Match", excepted.header("ETag"))
                .body("{\"reason\": \"court-proceedings\"}")
                .post(CLOCKS + before.path("work.workItem") + "/exceptions")
                .then()
                .statusCode(403);
    }

    private static String sentByLeedsTo(String agency) {
        return Workers.leeds()
                .body("""
                        {"personRecordId": "%s", "toAgency": "%s", "kind": "assessment", "urgency": "urgent",
                         "reason": "Please."}""".formatted(Identity.personOf(Workers.LEEDS), agency))
                .post("/api/referral/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void moved(RequestSpecification by, int seen, String move) {
        by.header("If-Match", "\"" + seen + "\"")
                .body("{\"note\": \"Which school?\"}")
                .post("/api/referral/v1/referrals/" + referral + "/" + move)
                .then()
                .statusCode(200);
    }

    private Response post(String what, int seen, String reason) {
        var request = Workers.lyon().header("If-Match", "\"" + seen + "\"");
        return (reason.isEmpty() ? request : request.body("{\"reason\": \"" + reason + "\"}"))
                .post(CLOCKS + referral + "/" + what);
    }

    private static RequestSpecification as(String agency, String role) {
        return Workers.asked(Api.as(
                Tokens.person(role + "-" + agency)
                        .agency(agency)
                        .country("GB-ENG")
                        .agencyType("child-protection")
                        .roles(role)
                        .purposes(Workers.PURPOSE),
                Workers.PURPOSE));
    }
}
