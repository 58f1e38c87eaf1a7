package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F17, F18: a preview first, then what is shared, section by section, wider or narrower later. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class SharingSectionTest {

    private static final String ACCEPT = "{\"decision\": \"accept\"}";
    private static final String REJECT = "{\"decision\": \"reject\"}";

    private Sent sent = new Sent(new UUID(0, 0), new UUID(0, 0));

    @BeforeEach
    void aReferralWithSectionsIsSent() {
        Directory.isKnown();
        var person = Identity.personOf(Workers.LEEDS);
        var body = Sent.body(person, Workers.LYON, Sent.REASON).replaceFirst("\\{", """
                {"sections": [{"section": "health", "text": "Asthma.", "shared": true},
                              {"section": "family", "text": "Her aunt is in Lille.", "shared": false}], """);
        var id = Workers.leeds()
                .body(body)
                .post(Sent.PATH)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        sent = new Sent(UUID.fromString(id), person);
    }

    @Test
    void aPreviewSaysWhichSectionsThereWillBeAndNothingAboutTheChild() {
        // Given
        sent.move(Workers.lyon(), 0, "receipts", "");

        // When
        var preview = Workers.lyon().get(sent.path());

        // Then
        preview.then()
                .statusCode(200)
                .body("fromAgency", equalTo(Workers.LEEDS))
                .body("kind", equalTo("assessment"))
                .body("urgency", equalTo("urgent"))
                .body("sharedSections", contains("health"));
        assertThat(preview.asString())
                .doesNotContain(
                        "Asthma", "Lille", "family", Sent.REASON, sent.person().toString());
    }

    @Test
    void anAcceptanceShowsWhatIsSharedAndNoMore() {
        // When
        sent.move(Workers.lyon(), 0, "decisions", ACCEPT);

        // Then
        Workers.lyon()
                .get(sent.path())
                .then()
                .body("reason", equalTo(Sent.REASON))
                .body("sections.section", contains("health"))
                .body("sections.text", contains("Asthma."));
        Workers.leeds().get(sent.path()).then().body("sections.section", contains("family", "health"));
    }

    @Test
    void aShareIsWidenedAndNarrowedAndTheRecipientToldEachTime() {
        // Given
        sent.move(Workers.lyon(), 0, "decisions", ACCEPT);

        // When: wider
        sent.move(Workers.leeds(), 1, "shares", "{\"section\": \"family\", \"shared\": true, \"why\": \"Asked.\"}");

        // Then
        Workers.lyon()
                .get(sent.path())
                .then()
                .body("sections.text", contains("Her aunt is in Lille.", "Asthma."))
                .body("steps.code", hasItem("family-shown"))
                .body("steps.note", hasItem("Asked."));

        // When: narrower
        sent.move(Workers.leeds(), 2, "shares", "{\"section\": \"family\", \"shared\": false}");

        // Then
        var narrowed = Workers.lyon().get(sent.path());
        narrowed.then().body("sections.section", contains("health")).body("steps.code", hasItem("family-hidden"));
        assertThat(narrowed.asString()).doesNotContain("Lille");
        assertThat(AuditTrail.facts("notification.requested", sent.id()))
                .filteredOn(fact -> fact.path("kind").asText().equals("referral-share-changed"))
                .hasSize(2)
                .allMatch(fact -> fact.path("agency").asText().equals(Workers.LYON));
    }

    @Test
    void ofASectionThatWasNeverSharedTheRecipientDoesNotLearn() {
        // When
        sent.move(
                Workers.leeds(),
                0,
                "shares",
                "{\"section\": \"education\", \"shared\": false, \"text\": \"Excluded.\", \"why\": \"Not yet.\"}");

        // Then
        Workers.leeds().get(sent.path()).then().body("steps.code", hasItem("education-kept"));
        assertThat(Workers.lyon().get(sent.path()).asString()).doesNotContain("education", "Not yet.");
        assertThat(AuditTrail.facts("notification.requested", sent.id()))
                .noneMatch(fact -> fact.path("kind").asText().equals("referral-share-changed"));
    }

    @Test
    void aRejectionTakesBackWhatWasShown() {
        sent.move(Workers.lyon(), 0, "decisions", REJECT);

        var after = Workers.lyon().get(sent.path());

        after.then().statusCode(200).body("status", equalTo("rejected")).body("sections", equalTo(null));
        assertThat(after.asString()).doesNotContain("Asthma", Sent.REASON);
    }

    @Test
    void aRevocationTakesBackWhatWasShown() {
        sent.move(Workers.leeds(), 0, "revocations", "");

        assertThat(Workers.lyon().get(sent.path()).asString()).doesNotContain("Asthma", Sent.REASON);
    }

    @Test
    void aNewSectionSaysSomething() {
        sent.moving(Workers.leeds(), 0, "shares", "{\"section\": \"risk\", \"shared\": true}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("text"));

        sent.move(Workers.leeds(), 0, "shares", "{\"section\": \"risk\", \"shared\": true, \"text\": \"Followed.\"}");
        Workers.lyon().get(sent.path()).then().body("sharedSections", contains("risk", "health"));
    }

    @Test
    void theRecipientSharesNothing() {
        sent.moving(Workers.lyon(), 0, "shares", "{\"section\": \"family\", \"shared\": true}")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-sender"));
    }

    @Test
    void whatIsOverIsSharedNoMore() {
        sent.move(Workers.lyon(), 0, "decisions", REJECT);

        sent.moving(Workers.leeds(), 1, "shares", "{\"section\": \"family\", \"shared\": true}")
                .then()
                .statusCode(409);
    }
}
