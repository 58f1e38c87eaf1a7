package eu.waymark.referral.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Identity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** To whom a refusal or silence is taken, what each side reads of it, and that none is lost. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class EscalatingRequestTest {

    private static final String REFUSAL =
            "{\"reason\": \"transmission-creates-danger\", \"note\": \"See the court file.\"}";
    private static final String ABROAD = "FI-MJ-CA";

    @Test
    void theAuthorityOfAnotherCountryLearnsOfNoDangerAndTheRecipientsOwnDoes() throws SQLException {
        // Given
        var sent = SentRequest.received();
        Parties.deliver(ABROAD, "FI", "central-authority");
        refuse(Parties.desk(), sent, 1).then().statusCode(200);
        escalate(sent, 2).then().statusCode(200);

        // When
        takenTo(sent, ABROAD);
        var abroad = Parties.of(ABROAD, "FI", "central-authority").get(sent.path());
        takenTo(sent, Parties.AUTHORITY);
        var own = Parties.authority().get(sent.path());

        // Then
        abroad.then()
                .statusCode(200)
                .body("refusal.reason", equalTo("contact-central-authority"))
                .body("refusal", not(hasKey("note")));
        own.then()
                .statusCode(200)
                .body("refusal.reason", equalTo("transmission-creates-danger"))
                .body("refusal.note", equalTo("See the court file."));
    }

    @Test
    void anAuthorityThatForwardedReadsNothingOfTheEscalation() throws SQLException {
        // Given
        var sent = SentRequest.received();
        forward(sent, 1).then().statusCode(200);
        Parties.other()
                .body("{\"messageHash\": \"" + sent.hash() + "\"}")
                .post(sent.path() + "/receipts")
                .then()
                .statusCode(200);
        refuse(Parties.other(), sent, 3).then().statusCode(200);
        escalate(sent, 4).then().statusCode(200);
        takenTo(sent, Parties.AUTHORITY);

        // When
        decide(sent, 5, "uphold").then().statusCode(200).body("escalation.note", equalTo("Why."));

        // Then
        Parties.desk().get(sent.path()).then().statusCode(200).body("$", not(hasKey("escalation")));
        Parties.other().get(sent.path()).then().body("escalation.note", equalTo("Why."));
    }

    @Test
    void whatIsRefusedIsNotForwarded() {
        // Given
        var sent = SentRequest.received();
        refuse(Parties.desk(), sent, 1).then().statusCode(200);

        // When
        var forwarded = forward(sent, 2);

        // Then
        forwarded.then().statusCode(409).body("code", equalTo("request-illegal-transition"));
        Parties.asker().get(sent.path()).then().body("status", equalTo("refused"));
    }

    @Test
    void aRefusalAfterSilenceLeavesTheEscalationToBeDecided() throws SQLException {
        // Given
        var sent = silent();
        escalate(sent, 1).then().statusCode(200);
        takenTo(sent, Parties.AUTHORITY);

        // When
        refuse(Parties.desk(), sent, 2).then().statusCode(200);

        // Then
        assertThat(sent.openWork()).singleElement().asString().startsWith("information-escalation at PL-");
        decide(sent, 3, "uphold").then().statusCode(200);
        assertThat(sent.openWork()).isEmpty();
    }

    @Test
    void aRevocationLeavesNothingToDecide() throws SQLException {
        // Given
        var sent = silent();
        escalate(sent, 1).then().statusCode(200);

        // When
        sent.revoke(2).then().statusCode(200);

        // Then
        assertThat(sent.openWork()).isEmpty();
    }

    @Test
    void reopenedAfterSilenceTheDeskHasUntilAnotherDay() throws SQLException {
        // Given
        var sent = silent();
        escalate(sent, 1).then().statusCode(200);
        takenTo(sent, Parties.AUTHORITY);

        // When
        var decided = decide(sent, 2, "reopen");

        // Then
        decided.then().statusCode(200).body("status", equalTo("received"));
        assertThat(Instant.parse(decided.path("dueAt"))).isAfter(Instant.now());
        assertThat(sent.openWork()).containsExactly("information-answer at " + Parties.DESK);
        assertThat(SentRequest.rows(
                        "select (i.due_at = r.due_at)::text from guarded.work_item i join guarded.information_request r"
                                + " on r.id = i.reference where i.closed_at is null and r.id = '" + sent.id()
                                + "'"))
                .containsExactly("true");
    }

    @Test
    void anAuthorityThatAskedDoesNotDecideOfItsOwnRequest() {
        // Given
        var asker = "EE-AA-CA";
        Parties.deliver(asker, "EE", "central-authority");
        Parties.deliver("EE-TLN-CP", "EE", "child-protection");
        var authority = Parties.of(asker, "EE", "central-authority");
        var asked = Parties.of(asker, "EE", "central-authority")
                .header("Legal-Basis", "national-law")
                .body(SentRequest.body(Identity.personOf(asker), "EE-TLN-CP"))
                .post(SentRequest.PATH);
        asked.then().statusCode(201);
        var path = SentRequest.PATH + "/" + asked.path("id");
        var desk = Parties.of("EE-TLN-CP", "EE", "child-protection");
        desk.body("{\"messageHash\": \"" + asked.path("messageHash") + "\"}")
                .post(path + "/receipts")
                .then()
                .statusCode(200);
        Parties.of("EE-TLN-CP", "EE", "child-protection")
                .header("If-Match", "\"1\"")
                .body(REFUSAL)
                .post(path + "/refusals")
                .then()
                .statusCode(200);

        // When
        var alone = authority.header("If-Match", "\"2\"").post(path + "/escalations");
        Parties.deliver("EE-ZZ-CA", "EE", "central-authority");
        var besides = Parties.of(asker, "EE", "central-authority")
                .header("If-Match", "\"2\"")
                .post(path + "/escalations");

        // Then
        alone.then().statusCode(422).body("code", equalTo("no-central-authority"));
        besides.then().statusCode(200).body("escalation.toAgency", equalTo("EE-ZZ-CA"));
    }

    private static SentRequest silent() throws SQLException {
        var sent = SentRequest.received();
        SentRequest.change("update guarded.information_request set sent_at = sent_at - interval '100 days',"
                + " duplicate_until = duplicate_until - interval '100 days', due_at = due_at - interval '100 days'"
                + " where id = '" + sent.id() + "'");
        return sent;
    }

    private static void takenTo(SentRequest sent, String authority) throws SQLException {
        SentRequest.change("update guarded.information_request set escalated_to = '" + authority + "' where id = '"
                + sent.id() + "'");
    }

    private static Response escalate(SentRequest sent, int version) {
        return Parties.asker().header("If-Match", "\"" + version + "\"").post(sent.path() + "/escalations");
    }

    private static Response decide(SentRequest sent, int version, String decision) {
        return Parties.authority()
                .header("If-Match", "\"" + version + "\"")
                .body("{\"decision\": \"" + decision + "\", \"note\": \"Why.\"}")
                .post(sent.path() + "/escalations/decisions");
    }

    private static Response refuse(RequestSpecification by, SentRequest sent, int version) {
        return by.header("If-Match", "\"" + version + "\"").body(REFUSAL).post(sent.path() + "/refusals");
    }

    private static Response forward(SentRequest sent, int version) {
        return Parties.desk()
                .header("If-Match", "\"" + version + "\"")
                .body("{\"toAgency\": \"" + Parties.OTHER + "\"}")
                .post(sent.path() + "/forwardings");
    }
}
