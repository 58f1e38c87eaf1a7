package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * S3, what identity knows of it: doubt (step 2), the lowest age of the range (5), another agency's finding (6). The referral of
 * the first responder, the plan for accommodation and its guard, and the clocks (1, 3, 4 and the rest of 6) are referral's.
 */
class UnknownAgeJourneyIT {

    private static Waymark waymark;
    private static Person sarahInKent;
    private static Person susanInKent;
    private static Person tomInLeeds;
    private static Person helenAtTheMinistry;
    private static Instant began;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
        began = Clock.systemUTC().instant();
        sarahInKent = waymark.practitioner("sarah.gb");
        susanInKent = waymark.practitioner("susan.gb");
        tomInLeeds = waymark.practitioner("tom.gb");
        helenAtTheMinistry = waymark.practitioner("helen.gb");
    }

    @Test
    void whoMayBeSixteenStaysAChildWhateverAnotherAgencyFindsAndProtectionGoesOn() {
        // Given: an entry in Kent, and papers that somebody else handed over
        var entry = Casework.enter(sarahInKent, Child.TESFAY);
        var inKent = entry.string("personRecordId");
        var here = age(sarahInKent, inKent);
        assertThat(sarahInKent.get(here).expect(200).string("state")).isEqualTo("undocumented-claimed-child");

        // When
        var doubted = move(
                sarahInKent,
                here,
                state("documented")
                        .put("verifiedWithIssuer", true)
                        .put("documentHandedOverByAnother", true)
                        .put("traffickingIndicator", true));

        // Then
        assertThat(doubted.expect(200).string("state")).isEqualTo("doubt-raised");
        assertThat(doubted.body().path("treatedAsChild").asBoolean()).isTrue();

        // When: assessed at 16 to 19, which nobody may do without safeguards
        move(susanInKent, here, state("assessment-pending")).expect(200);
        assertThat(move(sarahInKent, here, assessed("assessed-child", 16, 19, false))
                        .code())
                .isEqualTo("safeguards-missing");
        assertThat(move(sarahInKent, here, assessed("assessed-adult", 16, 19, true))
                        .status())
                .isEqualTo(422);
        var child = move(sarahInKent, here, assessed("assessed-child", 16, 19, true))
                .expect(200);

        // Then
        assertThat(child.string("state")).isEqualTo("assessed-child");
        assertThat(child.body().path("lowestAge").asInt()).isEqualTo(16);

        // When: Leeds has met him too, and finds an adult
        var inLeeds = Casework.record(tomInLeeds, Child.TESFAY);
        var there = age(tomInLeeds, inLeeds);
        move(tomInLeeds, there, state("doubt-raised")).expect(200);
        move(helenAtTheMinistry, there, state("assessment-pending")).expect(200);
        assertThat(move(tomInLeeds, there, assessed("assessed-adult", 18, 21, true))
                        .expect(200)
                        .body()
                        .path("treatedAsChild")
                        .asBoolean())
                .isTrue();
        Casework.linkByTwo(sarahInKent, tomInLeeds, Casework.awaitReview(sarahInKent, inKent));

        // Then: it is disputed, for both
        for (var one :
                List.of(sarahInKent.get(here).expect(200), tomInLeeds.get(there).expect(200))) {
            assertThat(one.string("state")).isEqualTo("disputed");
            assertThat(one.body().path("treatedAsChild").asBoolean()).isTrue();
            assertThat(one.body().path("lowestAge").asInt()).isEqualTo(16);
        }
        var kept = sarahInKent.get(Casework.ENTRIES + "/" + entry.id()).expect(200);
        assertThat(kept.string("status")).isEqualTo("active");
        assertThat(new AuditTrail(waymark.compliance("carol.gb"), began)
                        .awaitTypes(List.of("identity.age.moved", "identity.age.read")))
                .filteredOn(event -> event.path("type").asText().equals("identity.age.moved"))
                .allSatisfy(event -> assertThat(event.path("subjects")).isNotEmpty());
    }

    private static String age(Person by, String record) {
        return Casework.IDENTITIES + "/" + Casework.identity(by, record).id() + "/age-status";
    }

    private static Answer move(Person by, String status, ObjectNode move) {
        return by.having(by.get(status).expect(200)).post(status, move);
    }

    private static ObjectNode state(String state) {
        return Casework.json().put("state", state);
    }

    private static ObjectNode assessed(String state, int from, int to, boolean guardian) {
        var move = state(state).put("ageFrom", from).put("ageTo", to).put("method", "holistic");
        move.putObject("safeguards")
                .put("guardianPresent", guardian)
                .put("interpreter", true)
                .put("leastIntrusive", true)
                .put("multidisciplinary", true);
        return move;
    }
}
