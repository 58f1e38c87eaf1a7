package eu.waymark.identity.erasure;

import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people decide that a record is erased, or it is not. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class DecidingErasureTest {

    private static final String AGENCY = "GB-ERASING";

    private Erasing erasing = Erasing.of("", "");

    @BeforeEach
    void aChildIsOnRecord() {
        erasing = Erasing.of(AGENCY, recorded());
    }

    @Test
    void withoutATokenNothingIsErased() {
        Api.anonymous().post(erasing.path()).then().statusCode(401);
        Api.anonymous().post(erasing.path() + "/approval").then().statusCode(401);
    }

    @Test
    void aPractitionerErasesNothing() {
        var practitioner = Callers.of(AGENCY, "practitioner", Erasing.PURPOSE);
        erasing.propose(practitioner).statusCode(403).body("code", is("forbidden"));
        assertThat(Events.last().path("type").asText()).isEqualTo("access.refused");
    }

    @Test
    void anotherAgencysRecordAnswersAsAnUnknownOne() {
        // Given
        var stranger = Callers.of("GB-STRANGERS", "supervisor", Erasing.PURPOSE);
        var unknown = Erasing.of(AGENCY, UUID.randomUUID().toString());

        // Then
        var foreign = erasing.propose(stranger).statusCode(404).extract().<String>path("detail");
        assertThat(foreign)
                .isEqualTo(unknown.propose(stranger).statusCode(404).extract().path("detail"));
        erasing.propose(erasing.proposer()).statusCode(201);
        var approval = erasing.approve(stranger).statusCode(404).extract().<String>path("detail");
        assertThat(approval)
                .isEqualTo(unknown.approve(stranger).statusCode(404).extract().path("detail"));
        erasing.read(stranger).statusCode(404);
        erasing.withdraw(stranger).statusCode(404);
    }

    @Test
    void codesNotTextSayWhy() {
        Api.as(erasing.proposer(), Erasing.PURPOSE)
                .body("{\"legalBasis\":\"gdpr-17-1-d\",\"reason\":\"Anna was reported by her aunt\"}")
                .post(erasing.path())
                .then()
                .statusCode(400);
        Api.as(erasing.proposer(), Erasing.PURPOSE)
                .body("{\"reason\":\"false-report\"}")
                .post(erasing.path())
                .then()
                .statusCode(422);
    }

    @Test
    void oneProposesAndIsOnRecord() {
        // When
        var proposed = erasing.propose(erasing.proposer());

        // Then
        proposed.statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith(erasing.path()))
                .header("ETag", is("\"0\""))
                .body("status", is("proposed"))
                .body("mayApprove", is(false));
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.erasure.proposed");
        assertThat(event.path("subjects")).hasSize(1);
        assertThat(event.at("/notes/reason").asText()).isEqualTo("FALSE_REPORT");
        erasing.read(erasing.approver()).statusCode(200).body("mayApprove", is(true));
        erasing.propose(erasing.approver()).statusCode(409).body("code", is("erasure-open"));
    }

    @Test
    void theProposerIsNotTheSecondPerson() {
        // Given
        erasing.propose(erasing.proposer()).statusCode(201);

        // When
        var refused = erasing.approve(erasing.proposer());

        // Then
        refused.statusCode(403).body("code", is("second-person-needed"));
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("second-person-needed");
        erasing.read(erasing.proposer()).body("status", is("proposed"));
    }

    @Test
    void theDatabaseItselfWantsTwoPeople() {
        erasing.propose(erasing.proposer()).statusCode(201);
        assertThatThrownBy(
                        () -> Rows.change("update guarded.erasure set status = 'APPROVED', approved_by = proposed_by,"
                                + " approved_at = now() where person_id = '" + erasing.person() + "'"))
                .hasMessageContaining("erasure_by_two_people");
        assertThatThrownBy(() -> Rows.change(
                        "update guarded.erasure set status = 'COMPLETED' where person_id = '" + erasing.person() + "'"))
                .hasMessageContaining("PROPOSED cannot become COMPLETED");
    }

    @Test
    void anotherApprovesWhatTheyHaveSeenAndTheServicesAreTold() throws Exception {
        // Given
        erasing.propose(erasing.proposer()).statusCode(201);
        Api.as(erasing.approver(), Erasing.PURPOSE)
                .post(erasing.path() + "/approval")
                .then()
                .statusCode(428);

        // When
        var approved = erasing.approve(erasing.approver());

        // Then
        approved.statusCode(200).body("status", is("approved")).header("ETag", is("\"1\""));
        assertThat(Rows.of("select data from fact_outbox where type = 'person.erasure.approved' and subject = '"
                        + erasing.person() + "'"))
                .singleElement()
                .asString()
                .contains(
                        "\"recordId\":\"" + erasing.person(),
                        "\"erasureId\":\"" + approved.extract().path("id"));
        erasing.approve(erasing.approver()).statusCode(409).body("code", is("illegal-transition"));
        erasing.withdraw(erasing.proposer()).statusCode(409).body("code", is("illegal-transition"));
    }

    @Test
    void aWithdrawnErasureIsNotApprovedButAnotherMayBeProposed() {
        // Given
        erasing.propose(erasing.proposer()).statusCode(201);

        // When
        erasing.withdraw(erasing.approver()).statusCode(200).body("status", is("withdrawn"));

        // Then
        erasing.approve(erasing.approver()).statusCode(409).body("code", is("illegal-transition"));
        erasing.propose(erasing.approver()).statusCode(201);
        erasing.read(erasing.proposer()).statusCode(200).body("mayApprove", is(true));
    }

    @Test
    void ofTwoApprovalsAtOnceOneIsTaken() throws Exception {
        // Given
        erasing.propose(erasing.proposer()).statusCode(201);
        var start = new CyclicBarrier(2);

        // When
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(approval(start, Callers.of(AGENCY, "manager", Erasing.PURPOSE)));
            var other = both.submit(approval(start, Callers.of(AGENCY, "supervisor", Erasing.PURPOSE)));

            // Then
            assertThat(java.util.List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(Rows.of("select id from fact_outbox where type = 'person.erasure.approved' and subject = '"
                        + erasing.person() + "'"))
                .hasSize(1);
    }

    @Test
    void aRepeatedApprovalWithItsKeyIsTheSameOne() {
        // Given
        erasing.propose(erasing.proposer()).statusCode(201);
        var key = UUID.randomUUID().toString();

        // Then
        for (var attempt = 0; attempt < 2; attempt++) {
            io.restassured.RestAssured.given()
                    .auth()
                    .oauth2(erasing.approver().sign())
                    .header("Purpose-Of-Use", Erasing.PURPOSE)
                    .header("If-Match", "\"0\"")
                    .header("Idempotency-Key", key)
                    .post(erasing.path() + "/approval")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void onlyTheServicesConcernedConfirmAndOnlyWhatIsApproved() {
        // Given
        erasing.propose(erasing.proposer()).statusCode(201);
        var id = UUID.fromString(erasing.read(erasing.proposer()).extract().path("id"));

        // Then
        Erasing.confirm("register-service", id).statusCode(409).body("code", is("illegal-transition"));
        Erasing.confirm("audit-service", id).statusCode(403);
        Erasing.confirm("register-service", UUID.randomUUID()).statusCode(404);
        Api.as(erasing.approver(), Erasing.PURPOSE)
                .post("/internal/v1/erasures/" + id + "/confirmations")
                .then()
                .statusCode(403);
        erasing.approve(erasing.approver()).statusCode(200);
        Erasing.confirm("register-service", id).statusCode(204);
        Erasing.confirm("register-service", id).statusCode(204);
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.erasure.confirmed");
    }

    private Callable<Integer> approval(CyclicBarrier start, Tokens by) {
        return () -> {
            start.await();
            return erasing.approve(by).extract().statusCode();
        };
    }

    private static String recorded() {
        return Children.recorded(
                Callers.of(AGENCY, "practitioner", Children.PURPOSE),
                named("Theodora", "Winterbottom", "2012-09-30", 2));
    }
}
