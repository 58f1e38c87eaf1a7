package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * S5, steps 2 to 4 and 6: missing from Kent, found in Rotterdam, linked by two people, and two sisters after all. The missing
 * report and its alert (steps 1 and 5) belong to the register and to referral.
 */
class FoundAbroadJourneyIT {

    private static Waymark waymark;
    private static Person sarahInKent;
    private static Person susanInKent;
    private static Person joostInRotterdam;
    private static Instant began;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
        began = Clock.systemUTC().instant();
        sarahInKent = waymark.practitioner("sarah.gb");
        susanInKent = waymark.practitioner("susan.gb");
        joostInRotterdam = waymark.practitioner("joost.nl");
    }

    @Test
    void twoPeopleLinkHerAndAfterUnlinkingBothAreExactlyWhoTheyWere() {
        // Given: Kent knows her; Rotterdam searches, in another script and with another birth, and makes a record
        var inKent = Casework.record(sarahInKent, Child.MARIIA);
        var search = joostInRotterdam
                .post("/api/identity/v1/searches", Child.MARIIA.asked())
                .expect(201);
        var inRotterdam = joostInRotterdam
                .post(Casework.PERSONS, Child.MARIIA.asked().put("searchId", search.id()))
                .expect(201)
                .id();
        var alone = List.of(identity(sarahInKent, inKent), identity(joostInRotterdam, inRotterdam));

        // Then: a candidate, explained as far as a foreign one is, and never a probability
        var candidate = search.body().path("candidates").path(0);
        assertThat(candidate.path("own").asBoolean()).isFalse();
        assertThat(candidate.at("/agreement/name").asText()).isNotEqualTo("differ");
        assertThat(candidate.has("probability")).isFalse();

        // When: it waits for people, who see their own record and how the other agrees
        var review = Casework.REVIEWS + "/" + Casework.awaitReview(sarahInKent, inKent);
        assertThat(sarahInKent.get(review).code()).isEqualTo("review-not-claimed");
        sarahInKent.post(review + "/claim", Casework.json()).expect(200);
        var seen = sarahInKent.get(review).expect(200);
        assertThat(seen.text()).contains("Zabolotnikova").doesNotContain("Заболотнікова");
        assertThat(joostInRotterdam.post(review + "/claim", Casework.json()).code())
                .isEqualTo("review-claimed");
        assertThat(joostInRotterdam.post(review + "/opening", Casework.json()).code())
                .isEqualTo("legal-basis-required");
        joostInRotterdam
                .on("hague-1996-34")
                .post(review + "/opening", Casework.json())
                .expect(200);
        assertThat(sarahInKent.get(review).expect(200).text()).contains("Заболотнікова");
        sarahInKent
                .post(
                        review + "/decision",
                        Casework.json().put("verdict", "same").put("reason", "told-by-agency"))
                .expect(200);

        // Then: she cannot be both of the two
        assertThat(sarahInKent.post(review + "/claim", Casework.json()).code()).isEqualTo("second-person-needed");
        assertThat(sarahInKent
                        .post(review + "/confirmation", Casework.json().put("agree", true))
                        .status())
                .isEqualTo(403);
        assertThat(identity(sarahInKent, inKent)).isEqualTo(alone.getFirst());

        // When
        joostInRotterdam.post(review + "/claim", Casework.json()).expect(200);
        joostInRotterdam
                .post(review + "/confirmation", Casework.json().put("agree", true))
                .expect(200);

        // Then: one child with both histories, under either id
        var linked = Casework.identity(sarahInKent, inKent);
        assertThat(linked.body().path("records")).hasSize(2);
        for (var id : alone.stream().map(one -> one.path("id").asText()).toList()) {
            assertThat(sarahInKent
                            .get(Casework.IDENTITIES + "/" + id)
                            .expect(200)
                            .id())
                    .isEqualTo(linked.id());
        }

        // When: they are sisters
        var link = linked.body().at("/history/0/id").asText();
        var sisters = Casework.json()
                .put("verdict", "related")
                .put("relation", "sibling")
                .put("reason", "two-children-met");
        assertThat(sarahInKent
                        .post(Casework.LINKS + "/" + link + "/undoing", sisters)
                        .status())
                .isEqualTo(403);
        susanInKent.post(Casework.LINKS + "/" + link + "/undoing", sisters).expect(201);

        // Then
        assertThat(List.of(identity(sarahInKent, inKent), identity(joostInRotterdam, inRotterdam)))
                .isEqualTo(alone);
        theTrailTellsEachStep();
    }

    @Test
    void twinsOfOneSurnameAreNeitherLinkedNorAskedAbout() {
        // Given
        var one = Casework.record(sarahInKent, Child.TWIN);
        var other = Casework.record(joostInRotterdam, Child.OTHER_TWIN);
        var later = Casework.record(joostInRotterdam, Child.TWIN);

        // When: the machine has looked at the later one, it has looked at both before
        Casework.awaitReview(joostInRotterdam, later);

        // Then
        assertThat(joostInRotterdam
                        .get(Casework.REVIEWS + "?limit=200")
                        .expect(200)
                        .items())
                .noneMatch(review -> review.path("records").toString().contains(other));
        assertThat(Casework.identity(sarahInKent, one).body().path("records")).hasSize(1);
    }

    @Test
    void immigrationEnforcementSeesNoReviewAndNoIdentity() {
        var ivan = waymark.person("ivan.gb").stating("IMMIGRATION-ENFORCEMENT");
        for (var path : List.of(Casework.REVIEWS, Casework.LINKS)) {
            assertThat(ivan.get(path).status()).isEqualTo(403);
        }
    }

    private static void theTrailTellsEachStep() {
        var events = new AuditTrail(waymark.compliance("carol.gb"), began)
                .awaitTypes(List.of(
                        "identity.review.claimed",
                        "identity.review.read",
                        "identity.review.decided",
                        "identity.link.undone"));
        assertThat(events.stream()
                        .filter(event -> event.path("type").asText().equals("identity.link.undone"))
                        .filter(event -> event.path("outcome").asText().equals("0")))
                .singleElement()
                .satisfies(event -> assertThat(event.path("subjects")).hasSize(2));
    }

    /** Without what people have said meanwhile: that is kept. */
    private static JsonNode identity(Person by, String record) {
        var identity = (com.fasterxml.jackson.databind.node.ObjectNode)
                Casework.identity(by, record).body().deepCopy();
        identity.remove("history");
        return identity;
    }
}
