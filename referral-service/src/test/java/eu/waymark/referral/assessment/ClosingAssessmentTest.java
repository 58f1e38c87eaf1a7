package eu.waymark.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Stored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An assessment is approved by somebody who wrote nothing in it, and closed with a reason for what is late (scenario S6.4, 5). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ClosingAssessmentTest {

    private Assessed assessed = Assessed.NONE;

    @BeforeEach
    void anAssessmentIsOpened() {
        assessed = Assessed.opened().withStepsTaken();
    }

    @Test
    void aSupervisorWhoIsNoAuthorApprovesAndItIsClosed() throws SQLException {
        // Given
        assessed.contribute(assessed.social(), assessed.social());
        assessed.contribute(assessed.officer(), assessed.officer());
        assessed.contribute(assessed.teacher(), assessed.teacher());
        assertThat(openWork()).containsExactlyInAnyOrder("assessment-closing", "assessment-approval");

        // When
        assessed.approve(assessed.supervisor(), 0).then().statusCode(200).body("status", equalTo("approved"));
        assessed.close(1, Assessed.LEARNED).then().statusCode(200).body("status", equalTo("closed"));

        // Then
        assertThat(openWork()).isEmpty();
    }

    @Test
    void anAuthorDoesNotApproveTheirOwnWork() throws SQLException {
        // Given
        var author = Assessed.as("author", assessed.care(), "child-protection", "practitioner", "supervisor");
        assessed.contribute(author, assessed.social());

        // When
        var answer = assessed.approve(Assessed.as("author", assessed.care(), "child-protection", "supervisor"), 0);

        // Then
        answer.then().statusCode(403).body("code", equalTo("own-work"));
        assertThatThrownBy(
                        () -> Stored.change("update guarded.assessment_edition set approved_at = now(), approved_by ="
                                + " 'author-" + assessed.care() + "' where assessment_id = '" + assessed.id() + "'"))
                .hasMessageContaining("an author does not approve");
        assertThat(Stored.change("update guarded.assessment_edition set approved_at = now(), approved_by = 'another'"
                        + " where assessment_id = '" + assessed.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoOpenedItDoesNotApproveIt() {
        var opener = Assessed.as("worker", assessed.care(), "child-protection", "supervisor");
        assessed.approve(opener, 0).then().statusCode(403).body("code", equalTo("own-work"));
    }

    @Test
    void aPractitionerDoesNotApproveNorDoesAnotherAgency() {
        assessed.approve(assessed.social(), 0).then().statusCode(403).body("code", equalTo("forbidden"));
        var police = Assessed.as("supervisor", assessed.police(), "police", "supervisor");
        assessed.approve(police, 0).then().statusCode(403);
    }

    @Test
    void nothingIsClosedBeforeItIsApproved() {
        assessed.close(0, Assessed.LEARNED).then().statusCode(409).body("code", equalTo("assessment-state"));
    }

    @Test
    void aLateSectionNeedsAReasonWhichIsKept() {
        // Given
        assessed.contribute(assessed.social(), assessed.social());
        assessed.contribute(assessed.officer(), assessed.officer());
        assessed.approve(assessed.supervisor(), 0).then().statusCode(200);

        // When
        assessed.close(1, "{}").then().statusCode(422).body("errors.field", hasItem(containsString("learned")));
        assessed.close(1, Assessed.LEARNED)
                .then()
                .statusCode(422)
                .body("code", equalTo("section-late"))
                .body("errors.message", hasItem(containsString(assessed.school())));
        assessed.close(1, """
                        {"lateSections": [{"agency": "%s", "reason": "Asked twice; no answer."}], "learned": "nothing-new"}""".formatted(assessed.school())).then().statusCode(200);

        // Then
        assessed.social()
                .get(assessed.path() + "/sections/" + assessed.school())
                .then()
                .body("status", equalTo("late"))
                .body("lateReason", equalTo("Asked twice; no answer."));
    }

    @Test
    void aSignatureAfterTheApprovalTakesItBack() throws SQLException {
        // Given
        assessed.contribute(assessed.social(), assessed.social());
        assessed.contribute(assessed.officer(), assessed.officer());
        assessed.approve(assessed.supervisor(), 0).then().statusCode(200);

        // When
        assessed.contribute(assessed.teacher(), assessed.teacher());

        // Then
        assessed.social()
                .get(assessed.path())
                .then()
                .body("status", equalTo("open"))
                .body("approvedAt", nullValue());
        assertThat(openWork()).contains("assessment-approval");
    }

    @Test
    void anAgencyThatIsAskedLaterSignsTooAndTheApprovalIsAwaitedOnce() throws SQLException {
        // Given
        assessed.contribute(assessed.social(), assessed.social());
        assessed.contribute(assessed.officer(), assessed.officer());
        assessed.contribute(assessed.teacher(), assessed.teacher());
        var clinic = Assessed.agency("health");
        assessed.social()
                .header("If-Match", "\"0\"")
                .body("{\"agency\": \"" + clinic + "\"}")
                .post(assessed.path() + "/sections")
                .then()
                .statusCode(200);

        // When
        assessed.contribute(Assessed.worker(clinic, "health"), Assessed.worker(clinic, "health"));

        // Then
        assertThat(openWork()).containsExactlyInAnyOrder("assessment-closing", "assessment-approval");
    }

    @Test
    void whoReopensBesideAnotherIsRefusedAndTheOtherTold() throws SQLException {
        // Given
        assessed.approved().close(1, Assessed.LEARNED).then().statusCode(200);
        var other = Assessed.agency("child-protection");
        var linked = Identity.personOf(other);
        Identity.linked(assessed.person(), linked);
        var open = Assessed.worker(other, "child-protection")
                .body(Assessed.body(linked))
                .post(Assessed.PATH);
        open.then().statusCode(201);

        // When
        var reopened = assessed.social()
                .header("If-Match", "\"2\"")
                .body("{\"reason\": \"New.\"}")
                .post(assessed.path() + "/editions");

        // Then
        reopened.then().statusCode(409).body("code", equalTo("assessment-open")).body("current", nullValue());
        assertThat(AuditTrail.facts("notification.requested", UUID.fromString(open.path("id"))))
                .extracting(fact ->
                        fact.path("kind").asText() + " " + fact.path("agency").asText())
                .contains("assessment-asked-again " + other);
    }

    @Test
    void onNewFactsTheNextEditionBeginsAndTheOldOneStaysReadable() {
        // Given
        assessed.approved().close(1, Assessed.LEARNED).then().statusCode(200);

        // When
        assessed.social()
                .header("If-Match", "\"2\"")
                .body("{\"reason\": \"A sister was found.\"}")
                .post(assessed.path() + "/editions")
                .then()
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("edition", equalTo(2))
                .body("sections.status", equalTo(List.of("written", "written", "written")));
        assessed.write(assessed.officer(), 1, "The sister says otherwise.")
                .then()
                .statusCode(200);

        // Then
        assessed.officer()
                .get(assessed.path() + "?edition=1")
                .then()
                .statusCode(200)
                .body("status", equalTo("closed"))
                .body("reason", equalTo("Missing three times."))
                .body(
                        "sections.find { it.agency == '" + assessed.police() + "' }.content.facts.text",
                        equalTo(List.of("Absent on nine days.")));
        assessed.officer().get(assessed.path() + "?edition=3").then().statusCode(404);
    }

    @Test
    void aClosedOneMakesWayForAnother() {
        assessed.approved().close(1, Assessed.LEARNED).then().statusCode(200);
        var another = assessed.social().body(Assessed.body(assessed.person())).post(Assessed.PATH);
        another.then().statusCode(201);
        assessed.social()
                .header("If-Match", "\"2\"")
                .body("{\"reason\": \"New.\"}")
                .post(assessed.path() + "/editions")
                .then()
                .statusCode(409)
                .body("code", equalTo("assessment-open"));
    }

    @Test
    void anotherAgencyInItDoesNotClose() {
        assessed.officer()
                .header("If-Match", "\"0\"")
                .body(Assessed.LEARNED)
                .post(assessed.path() + "/closings")
                .then()
                .statusCode(403);
    }

    private List<String> openWork() throws SQLException {
        return Stored.texts(
                "select kind from guarded.work_item where closed_at is null and reference = '" + assessed.id() + "'");
    }
}
