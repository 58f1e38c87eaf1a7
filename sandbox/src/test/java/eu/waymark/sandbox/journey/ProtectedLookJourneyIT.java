package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Step 5 of S1: a protected look reaches the holder's central authority only, without who or why. */
class ProtectedLookJourneyIT {

    @Test
    void theHolderLearnsNothingAndItsCentralAuthorityThatSomebodyLooked() {
        // Given
        var waymark = Waymark.running();
        var sarahInKent = waymark.practitioner("sarah.gb");
        var helenOfTheAuthority = waymark.practitioner("helen.gb");
        var lucInFrance = waymark.practitioner("luc.fr");
        var claireInLyon = waymark.practitioner("claire.fr");
        var entry = Casework.enter(sarahInKent, Child.ESZTER).id();
        var before = looks(helenOfTheAuthority, "protected-look");

        // When
        var check = claireInLyon
                .post(Casework.CHECKS + "?protected=true", Child.ESZTER.asked())
                .expect(200);

        // Then
        assertThat(check.string("result")).isEqualTo("hit");
        assertThat(Casework.notificationsAbout(sarahInKent, entry)).isEmpty();
        assertThat(sarahInKent
                        .get(Casework.ENTRIES + "/" + entry + "/lookups")
                        .expect(200)
                        .items())
                .isEmpty();
        var told = looks(helenOfTheAuthority, "protected-look");
        told.removeAll(before);
        assertThat(told).hasSize(1);
        assertThat(told.iterator().next().toString())
                .doesNotContain("FR", "CRIP", "CP-ASSESS", waymark.nameOf("claire.fr"), entry);

        // And: her own central authority answers for it, so it knows
        assertThat(looks(lucInFrance, "protected-look-made").toString()).contains(waymark.nameOf("claire.fr"));

        // And: of an ordinary look Kent is told
        Casework.check(claireInLyon, Child.ESZTER);
        assertThat(Casework.kinds(Casework.notificationsAbout(sarahInKent, entry)))
                .containsExactly("look-confirmed");
    }

    private static Set<JsonNode> looks(Person by, String kind) {
        return by.get(Casework.NOTIFICATIONS + "?limit=200").expect(200).items().stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .collect(Collectors.toSet());
    }
}
