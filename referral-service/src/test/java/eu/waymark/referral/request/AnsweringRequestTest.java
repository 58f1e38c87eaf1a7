package eu.waymark.referral.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class AnsweringRequestTest {

    private static final String FIRST = "{\"question\": 1, \"text\": \"A supervision order.\"}";
    private static final String SECOND = "{\"question\": 2, \"text\": \"The school at the harbour.\"}";
    private static final String WITHHELD =
            "{\"question\": 2, \"withheld\": \"transmission-creates-danger\", \"note\": \"The father works there.\"}";

    @Test
    void aReceiptCarriesTheHashThatTheDeskSaw() throws SQLException {
        // Given
        var sent = SentRequest.toTheDesk();

        // When
        var answer = sent.confirm();

        // Then
        answer.then()
                .statusCode(200)
                .body("status", equalTo("received"))
                .body("receipts[0].messageHash", equalTo(sent.hash()))
                .body("deliveryState", equalTo("received"));
        assertThat(AuditTrail.facts("relation.begun", sent.person()))
                .singleElement()
                .satisfies(begun -> assertThat(begun.path("kind").asText()).isEqualTo("information-request"));
        sent.confirm().then().statusCode(200).body("receipts", hasSize(1));
    }

    @Test
    void aReceiptOrAnswerForOtherBytesIsRefused() {
        var sent = SentRequest.received();

        Parties.desk()
                .body("{\"messageHash\": \"" + "0".repeat(64) + "\"}")
                .post(sent.path() + "/receipts")
                .then()
                .statusCode(409)
                .body("code", equalTo("request-hash-differs"));
        Parties.desk()
                .body(sent.answerBody(FIRST).replace(sent.hash(), "0".repeat(64)))
                .post(sent.path() + "/answers")
                .then()
                .statusCode(409);
    }

    @Test
    void onlyTheDeskThatIsAskedAnswersAndOnlyAfterItsReceipt() {
        var sent = SentRequest.toTheDesk();

        Api.anonymous()
                .body(sent.answerBody(FIRST))
                .post(sent.path() + "/answers")
                .then()
                .statusCode(401);
        Parties.asker()
                .body(sent.answerBody(FIRST))
                .post(sent.path() + "/answers")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-asked"));
        Parties.other()
                .body(sent.answerBody(FIRST))
                .post(sent.path() + "/answers")
                .then()
                .statusCode(404);
        sent.answer(FIRST).then().statusCode(409).body("code", equalTo("request-illegal-transition"));
    }

    @Test
    void aPartialAnswerLeavesTheRestOpen() throws SQLException {
        // Given
        var sent = SentRequest.received();

        // When
        var answer = sent.answer(FIRST);

        // Then
        answer.then().statusCode(200).body("status", equalTo("partly-answered"));
        Parties.asker()
                .get(sent.path())
                .then()
                .body("questions.state", contains("answered", "open"))
                .body("questions[0].answer", equalTo("A supervision order."))
                .body("answers[0].requestHash", equalTo(sent.hash()))
                .body("unread", equalTo(true));
        assertThat(sent.openWork())
                .containsExactly("information-answer at " + Parties.DESK, "information-reading at " + Parties.ASKER);
        sent.answer(FIRST).then().statusCode(409).body("code", equalTo("question-answered"));
    }

    @Test
    void theLastAnswerEndsItAndReadingItEndsTheWork() throws SQLException {
        // Given
        var sent = SentRequest.received();
        sent.answer(FIRST).then().statusCode(200);

        // When
        var answer = sent.answer(SECOND);

        // Then
        answer.then().statusCode(200).body("status", equalTo("answered"));
        assertThat(AuditTrail.facts("relation.ended", sent.person())).hasSize(1);
        Parties.asker().post(sent.path() + "/readings").then().statusCode(200).body("unread", equalTo(false));
        assertThat(sent.openWork()).isEmpty();
        Parties.desk().post(sent.path() + "/readings").then().statusCode(403);
        sent.answer(SECOND).then().statusCode(409);
    }

    @Test
    void whatIsNotAnsweredHasAReasonOfWhichTheAskerLearnsNoDanger() {
        // Given
        var sent = SentRequest.received();

        // When
        var answer = sent.answer(FIRST + "," + WITHHELD);

        // Then
        answer.then()
                .statusCode(200)
                .body("status", equalTo("answered"))
                .body("questions[1].withheld", equalTo("transmission-creates-danger"))
                .body("questions[1].note", equalTo("The father works there."));
        var asker = Parties.asker().get(sent.path());
        asker.then()
                .body("questions[1].state", equalTo("withheld"))
                .body("questions[1].withheld", equalTo("contact-central-authority"));
        assertThat(asker.asString()).doesNotContain("danger", "father");
        assertThat(AuditTrail.of(answer.header("Request-Id"))
                        .at("/notes/withheld")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void anAnswerNamesEachQuestionOnceWithATextOrAReason() {
        var sent = SentRequest.received();

        Stream.of(
                        FIRST + "," + FIRST,
                        "{\"question\": 3, \"text\": \"x\"}",
                        "{\"question\": 1}",
                        "{\"question\": 1, \"text\": \"x\", \"withheld\": \"not-found\"}")
                .forEach(body -> sent.answer(body).then().statusCode(422).body("code", equalTo("invalid-fields")));
    }

    @Test
    void noAnswerGoesToACountryFromWhichProtectionIsClaimed() {
        var sent = SentRequest.received();

        Parties.desk()
                .body(sent.answerBody(FIRST)
                        .replace("\"protectionClaimedFrom\": []", "\"protectionClaimedFrom\": [\"GB\"]"))
                .post(sent.path() + "/answers")
                .then()
                .statusCode(422)
                .body("code", equalTo("protection-claimed"));
    }

    @Test
    void anAnswerToARevokedRequestIsKeptNotShownAndItsSenderIsTold() throws SQLException {
        // Given
        var sent = SentRequest.received();
        sent.revoke(1).then().statusCode(200).body("status", equalTo("revoked"));

        // When
        var answer = sent.answer(FIRST);

        // Then
        answer.then().statusCode(200).body("status", equalTo("revoked")).body("answers[0].shown", equalTo(false));
        Parties.asker()
                .get(sent.path())
                .then()
                .body("answers", hasSize(0))
                .body("questions[0].state", equalTo("open"))
                .body("questions[0]", not(hasKey("answer")));
        assertThat(AuditTrail.facts("notification.requested", sent.id())
                        .getLast()
                        .toString())
                .contains("information-answer-not-shown", Parties.DESK);
        assertThat(SentRequest.rows(
                        "select shown::text from guarded.information_answer where request_id = '" + sent.id() + "'"))
                .containsExactly("false");
        assertThat(sent.openWork()).isEmpty();
    }

    @Test
    void ofAnswersAndARevocationAtOnceEachIsExplained() {
        // Given
        var sent = SentRequest.received();

        // When
        var racing = Stream.of(
                        CompletableFuture.supplyAsync(() -> sent.answer(FIRST + "," + SECOND)),
                        CompletableFuture.supplyAsync(() -> sent.answer(FIRST + "," + SECOND)),
                        CompletableFuture.supplyAsync(() -> sent.revoke(1)))
                .toList();
        var answers = racing.stream().map(CompletableFuture::join).toList();

        // Then
        assertThat(answers)
                .extracting(Response::statusCode)
                .allMatch(status -> status == 200 || status == 409 || status == 412);
        assertThat(Parties.asker().get(sent.path()).<String>path("status")).isIn("answered", "revoked");
    }
}
