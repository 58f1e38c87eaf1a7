package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F1, F2: from desk to desk, back with a question, on to the right agency, and to its end. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class CourseOfReferralTest {

    private static final String ACCEPT = "{\"decision\": \"accept\"}";
    private static final String QUESTION = "{\"note\": \"Which school?\"}";
    private static final String TO_BERLIN =
            "{\"toAgency\": \"%s\", \"reason\": \"They live there.\"}".formatted(Workers.BERLIN);
    private static final String CLOCKS = "/api/referral/v1/clocks/";
    private static final String OUTCOME =
            "{\"outcome\": \"support-given\", \"note\": \"Seen at home.\", \"learned\": \"lesson-proposed\"}";

    private Sent sent = new Sent(new UUID(0, 0), new UUID(0, 0));

    @BeforeEach
    void aReferralIsSent() {
        sent = Sent.byLeedsToLyon();
    }

    @Test
    void theSenderLearnsWhichWorkerHasIt() {
        // When
        sent.move(Workers.lyon(), 0, "receipts", "");

        // Then
        Workers.leeds()
                .get(sent.path())
                .then()
                .body("status", equalTo("received"))
                .body("receivedAt", notNullValue())
                .body("steps.move", contains("sent", "received"))
                .body("steps[1].worker", notNullValue())
                .body("steps[1].agency", equalTo(Workers.LYON));
        assertThat(told()).containsExactly(Workers.LYON + " referral-received", Workers.LEEDS + " referral-taken");
    }

    @Test
    void aQuestionStopsTheClockAndTheAnswerStartsIt() throws SQLException {
        // When: asked
        sent.move(Workers.lyon(), 0, "returns", QUESTION);

        // Then: the sender has to answer, and the recipient's clock stands
        Workers.leeds()
                .get(sent.path())
                .then()
                .body("status", equalTo("returned"))
                .body("pausedAt", notNullValue())
                .body("dueAt", nullValue())
                .body("steps[1].note", equalTo("Which school?"));
        assertThat(Rows.openWorkOn(sent.id()))
                .containsExactlyInAnyOrder(Workers.LEEDS + " referral-answer", Workers.LYON + " referral-decision");
        Workers.lyon()
                .get(CLOCKS + sent.id())
                .then()
                .statusCode(200)
                .body("work.paused", equalTo(true))
                .body("rule.code", equalTo("OURS-DEC"));

        // When: answered
        sent.move(Workers.leeds(), 1, "resubmissions", "{\"note\": \"The one in rue Garibaldi.\"}");

        // Then
        Workers.lyon()
                .get(sent.path())
                .then()
                .body("status", equalTo("sent"))
                .body("pausedAt", nullValue())
                .body("dueAt", notNullValue())
                .body("steps.note", hasItem("The one in rue Garibaldi."));
        assertThat(Rows.openWorkOn(sent.id())).containsExactly(Workers.LYON + " referral-decision");
        assertThat(told()).endsWith(Workers.LEEDS + " referral-returned", Workers.LYON + " referral-resubmitted");
    }

    @Test
    void whatIsReturnedIsNotDecidedMeanwhile() {
        // Given
        sent.move(Workers.lyon(), 0, "returns", QUESTION);

        // When, Then
        sent.moving(Workers.lyon(), 1, "decisions", ACCEPT)
                .then()
                .statusCode(409)
                .body("detail", containsString("FR-69-CRIP returned it at 2"));
    }

    @Test
    void theSenderLearnsWhoHasAForwardedReferral() throws SQLException {
        // When
        sent.move(Workers.lyon(), 0, "forwardings", TO_BERLIN);

        // Then
        Workers.leeds()
                .get(sent.path())
                .then()
                .body("toAgency", equalTo(Workers.BERLIN))
                .body("steps[1].note", equalTo("They live there."));
        Workers.berlin()
                .get(sent.path())
                .then()
                .statusCode(200)
                .body("steps.move", contains("forwarded"))
                .body("$", not(hasKey("reason")));
        assertThat(Rows.openWorkOn(sent.id())).containsExactly(Workers.BERLIN + " referral-decision");
        assertThat(told()).endsWith(Workers.LEEDS + " referral-forwarded", Workers.BERLIN + " referral-received");
    }

    @Test
    void whoForwardedItIsToldWhereItIsAndNothingMore() {
        // Given
        sent.move(Workers.lyon(), 0, "forwardings", TO_BERLIN);

        // When
        var read = Workers.lyon().get(sent.path());
        var decided = sent.moving(Workers.lyon(), 1, "decisions", ACCEPT);

        // Then
        for (var answer : List.of(read, decided)) {
            answer.then()
                    .statusCode(409)
                    .body("code", equalTo("forwarded"))
                    .body("detail", containsString("forwarded it at"))
                    .body("detail", containsString(Workers.BERLIN));
        }
        Workers.lyon()
                .queryParam("limit", 200)
                .get(Sent.PATH)
                .then()
                .body("items.id", not(hasItem(sent.id().toString())));
    }

    @Test
    void aReferralIsNotForwardedToItsSenderOrToOneself() {
        for (var agency : List.of(Workers.LEEDS, Workers.LYON)) {
            sent.moving(Workers.lyon(), 0, "forwardings", "{\"toAgency\": \"%s\"}".formatted(agency))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("own-agency"));
        }
    }

    @Test
    void workThatIsDoneEndsTheRelation() throws SQLException {
        // Given
        sent.move(Workers.lyon(), 0, "decisions", ACCEPT);
        assertThat(Rows.openWorkOn(sent.id())).containsExactly(Workers.LYON + " referral-work");

        // When: the guideline's step is still open, and then taken
        sent.moving(Workers.lyon(), 1, "completions", OUTCOME)
                .then()
                .statusCode(422)
                .body("code", equalTo("open-gates"))
                .body("detail", containsString("FR-REF-PARENTS"));
        sent.takeSteps();
        sent.moving(Workers.lyon(), 1, "completions", OUTCOME.replace("lesson-proposed", ""))
                .then()
                .statusCode(400);
        sent.moving(Workers.lyon(), 1, "completions", "{\"outcome\": \"assessed\", \"note\": \"Seen at home.\"}")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem(containsString("learned")));
        var done = sent.moving(Workers.lyon(), 1, "completions", OUTCOME);
        done.then().statusCode(200);
        assertThat(AuditTrail.of(done.header("Request-Id")).at("/notes/learned").asText())
                .isEqualTo("lesson-proposed");

        // Then
        Workers.leeds()
                .get(sent.path())
                .then()
                .body("status", equalTo("done"))
                .body("steps[2].code", equalTo("support-given"))
                .body("steps[2].note", equalTo("Seen at home."));
        assertThat(Rows.openWorkOn(sent.id())).isEmpty();
        assertThat(AuditTrail.facts("relation.ended", sent.person()))
                .singleElement()
                .asString()
                .isEqualTo("{\"referral\":\"%s\"}".formatted(sent.id()));
        assertThat(told()).endsWith(Workers.LEEDS + " referral-done");
    }

    @Test
    void workThatWasNotTakenOnIsNotDone() {
        sent.moving(Workers.lyon(), 0, "completions", OUTCOME)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void earlyHelpIsRaisedToProtectionWhereItStands() {
        // Given
        var person = sent.person();
        var body = Sent.body(person, Workers.LYON, "Please help.").replaceFirst("\\{", "{\"level\": \"early-help\", ");
        var id = Workers.leeds()
                .body(body)
                .post(Sent.PATH)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var help = new Sent(UUID.fromString(id), person);
        help.move(Workers.lyon(), 0, "decisions", ACCEPT);

        // When
        help.move(Workers.lyon(), 1, "raisings", "{\"note\": \"Bruises.\"}");

        // Then
        Workers.leeds()
                .get(help.path())
                .then()
                .body("level", equalTo("protection"))
                .body("status", equalTo("accepted"));
        help.moving(Workers.leeds(), 2, "raisings", "{\"note\": \"Again.\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void aRejectionHasACode() {
        sent.move(Workers.lyon(), 0, "decisions", "{\"decision\": \"reject\", \"code\": \"no-capacity\"}");

        Workers.leeds().get(sent.path()).then().body("decisionCode", equalTo("no-capacity"));
    }

    @Test
    void theRecipientDoesNotAnswerItsOwnQuestion() {
        sent.move(Workers.lyon(), 0, "returns", QUESTION);

        sent.moving(Workers.lyon(), 1, "resubmissions", QUESTION)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-sender"));
    }

    private List<String> told() {
        return AuditTrail.facts("notification.requested", sent.id()).stream()
                .map(fact -> text(fact, "agency") + " " + text(fact, "kind"))
                .toList();
    }

    private static String text(JsonNode fact, String field) {
        return fact.path(field).asText();
    }
}
