package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The bad paths 3b and 4b of S1: content is not given, and whoever asked knows why and where to turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedDisclosureJourneyIT {

    private Waymark waymark;
    private Person sarahInKent;
    private Person claireInLyon;
    private String handle;
    private String path;
    private Answer refused;

    @BeforeAll
    void findTheChild() {
        waymark = Waymark.running();
        sarahInKent = waymark.practitioner("sarah.gb");
        claireInLyon = waymark.practitioner("claire.fr");
        Casework.enter(sarahInKent, Child.BOHDAN);
        handle = Casework.onlyHandle(Casework.check(claireInLyon, Child.BOHDAN));
    }

    @Test
    @Order(1)
    void aBasisThatTheCountriesHaveNotAgreedOnIsRefused() {
        // When
        var answer = claireInLyon
                .on("brussels-2b-79")
                .post(Casework.DISCLOSURES, Casework.json().put("handle", handle));

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("basis-not-in-force");
    }

    @Test
    @Order(1)
    void ofTwoBasesThatBindBothTheOneThatTheyAgreedOnCounts() {
        // Given: France and Germany are bound by both, and have an agreement on one
        Casework.enter(claireInLyon, Child.EULALIE, Casework.today().minusMonths(2), "FR-AEMO");
        var janaInBerlin = waymark.practitioner("jana.de");
        var match = Casework.onlyHandle(Casework.check(janaInBerlin, Child.EULALIE));

        // When
        var answer = janaInBerlin
                .on("hague-1996-34")
                .post(Casework.DISCLOSURES, Casework.json().put("handle", match));

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("no-agreement");
        Casework.askForContent(janaInBerlin.on("brussels-2b-79"), match);
    }

    @Test
    @Order(2)
    void withoutABasisNothingIsAsked() {
        // When
        var answer = claireInLyon.post(Casework.DISCLOSURES, Casework.json().put("handle", handle));

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("legal-basis-required");
    }

    @Test
    @Order(3)
    void theHolderMustSayWhyItRefuses() {
        // Given
        path = Casework.DISCLOSURES + "/"
                + Casework.askForContent(claireInLyon.on("hague-1996-34"), handle)
                        .id();
        var seen = sarahInKent.get(path).expect(200);

        // When
        var answer = sarahInKent
                .having(seen)
                .post(path + "/decisions", Casework.json().put("decision", "refuse"));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid-fields");
    }

    @Test
    @Order(4)
    void theAskerSeesTheCodedReasonAndWhereToTurn() {
        // Given
        sarahInKent
                .having(sarahInKent.get(path).expect(200))
                .post(
                        path + "/decisions",
                        Casework.json().put("decision", "refuse").put("reason", "contact-central-authority"))
                .expect(200);

        // When
        refused = claireInLyon.get(path).expect(200);

        // Then
        assertThat(refused.string("status")).isEqualTo("refused");
        assertThat(refused.string("reason")).isEqualTo("contact-central-authority");
        assertThat(refused.string("escalation")).isEqualTo(path + "/escalations");
        assertThat(refused.body().has("content")).isFalse();
        assertThat(refused.text()).doesNotContainIgnoringCase("kent");
    }

    @Test
    @Order(5)
    void theEscalationReachesTheHoldersCentralAuthorityOnce() {
        // When
        var escalated = claireInLyon.post(refused.string("escalation"), Casework.json());

        // Then
        assertThat(escalated.status()).isEqualTo(200);
        assertThat(escalated.string("escalatedAt")).isNotEmpty();
        var helenOfTheAuthority = waymark.practitioner("helen.gb");
        assertThat(Casework.kinds(Casework.notificationsAbout(helenOfTheAuthority, escalated.id())))
                .containsExactly("disclosure-escalated");
        assertThat(helenOfTheAuthority.get(path).expect(200).string("reason")).isEqualTo("contact-central-authority");
        var again = claireInLyon.post(refused.string("escalation"), Casework.json());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("illegal-transition");
    }

    @Test
    @Order(6)
    void aDecisionIsNotTakenTwice() {
        // Given
        var seen = sarahInKent.get(path).expect(200);

        // When
        var answer = sarahInKent
                .having(seen)
                .post(
                        path + "/decisions",
                        Casework.json().put("decision", "accept").put("necessity", "Lyon assesses the same child."));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(claireInLyon.get(path).expect(200).string("status")).isEqualTo("refused");
    }
}
