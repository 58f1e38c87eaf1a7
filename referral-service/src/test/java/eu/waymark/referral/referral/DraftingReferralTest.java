package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** U7: a referral is saved and resumed, and nothing that was written is lost. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class DraftingReferralTest {

    private static final String COMPLETE = """
            {"toAgency": "%s", "kind": "assessment", "urgency": "routine", "level": "early-help", "reason": "Please help.",
             "sections": [{"section": "health", "text": "Asthma.", "shared": true}]}""".formatted(Workers.LYON);

    private Sent draft = new Sent(new UUID(0, 0), new UUID(0, 0));

    @BeforeEach
    void aDraftIsBegun() {
        Directory.isKnown();
        var person = Identity.personOf(Workers.LEEDS);
        var id = Workers.leeds()
                .body("{\"personRecordId\": \"%s\", \"content\": {\"kind\": \"assessment\"}}".formatted(person))
                .post(Sent.PATH + "/drafts")
                .then()
                .statusCode(201)
                .body("status", equalTo("draft"))
                .body("missing", contains("toAgency", "urgency", "level", "reason"))
                .extract()
                .<String>path("id");
        draft = new Sent(UUID.fromString(id), person);
    }

    @Test
    void aColleagueGoesOnAndSendsIt() {
        // Given
        save(0, COMPLETE).then().statusCode(200).body("missing", empty());

        // When
        var token = Tokens.person("colleague-of-leeds")
                .agency(Workers.LEEDS)
                .agencyType("child-protection")
                .country("GB")
                .roles("practitioner")
                .purposes(Workers.PURPOSE);
        var colleague = Workers.asked(Api.as(token, Workers.PURPOSE));
        draft.moving(colleague, 1, "sendings", "")
                .then()
                .statusCode(200)
                .body("status", equalTo("sent"))
                .body("level", equalTo("early-help"));

        // Then
        Workers.lyon().get(draft.path()).then().statusCode(200).body("sharedSections", contains("health"));
        assertThat(AuditTrail.facts("notification.requested", draft.id())).hasSize(1);
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsSent() {
        var answer = draft.moving(Workers.leeds(), 0, "sendings", "");

        answer.then()
                .statusCode(422)
                .body("code", equalTo("draft-incomplete"))
                .body("errors.field", contains("toAgency", "urgency", "level", "reason"));
        Workers.leeds().get(draft.path()).then().body("status", equalTo("draft"));
    }

    @Test
    void nobodyElseKnowsOfADraftThatNamesThem() {
        // Given
        save(0, COMPLETE).then().statusCode(200);

        // When, Then
        Workers.lyon().get(draft.path()).then().statusCode(404);
        Workers.lyon()
                .queryParam("limit", 200)
                .get(Sent.PATH)
                .then()
                .body("items.id", not(hasItem(draft.id().toString())));
        Workers.leeds()
                .queryParam("status", "draft")
                .get(Sent.PATH)
                .then()
                .body("items.id", hasItem(draft.id().toString()));
    }

    @Test
    void ofTwoEditorsTheSecondGetsBothVersions() {
        // Given
        save(0, COMPLETE).then().statusCode(200);

        // When
        var second = save(0, "{\"kind\": \"support\", \"reason\": \"Please help.\"}");

        // Then
        second.then()
                .statusCode(409)
                .body("code", equalTo("edited-meanwhile"))
                .body("current.version", equalTo(1))
                .body("current.kind", equalTo("assessment"))
                .body("current.sections[0].text", equalTo("Asthma."))
                .body("errors.field", contains("toAgency", "kind", "urgency", "level"));
        var event = AuditTrail.of(second.header("Request-Id"));
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(draft.person()));
        assertThat(event.path("outcomeCode").asText()).isEqualTo("edited-meanwhile");
    }

    @Test
    void aStrangerWhoSavesAnOldVersionIsShownNothing() {
        Workers.berlin()
                .header("If-Match", "\"7\"")
                .body(COMPLETE)
                .put(draft.path() + "/draft")
                .then()
                .statusCode(404)
                .body("current", equalTo(null));
    }

    @Test
    void aSaveNamesTheVersionItIsAbout() {
        Workers.leeds().body(COMPLETE).put(draft.path() + "/draft").then().statusCode(428);
    }

    @Test
    void aSectionThatIsNotNamedStays() {
        // Given
        save(0, COMPLETE).then().statusCode(200);

        // When
        var again =
                save(1, "{\"sections\": [{\"section\": \"risk\", \"text\": \"Followed home.\", \"shared\": false}]}");

        // Then
        again.then().statusCode(200).body("sections.section", contains("risk", "health"));
    }

    @Test
    void aSectionIsNamedOnce() {
        save(0, """
                {"sections": [{"section": "risk", "text": "One.", "shared": false},
                              {"section": "risk", "text": "Two.", "shared": true}]}""").then().statusCode(422).body("code", equalTo("invalid-fields"));
    }

    @Test
    void aWithdrawnDraftWasNeverSent() {
        // Given
        save(0, COMPLETE).then().statusCode(200);

        // When
        draft.move(Workers.leeds(), 1, "revocations", "");

        // Then
        Workers.lyon().get(draft.path()).then().statusCode(404);
        assertThat(AuditTrail.facts("notification.requested", draft.id())).isEmpty();
    }

    private Response save(int version, String content) {
        return Workers.leeds()
                .header("If-Match", "\"" + version + "\"")
                .body(content)
                .put(draft.path() + "/draft");
    }
}
