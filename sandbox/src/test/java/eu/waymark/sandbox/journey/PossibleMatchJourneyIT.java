package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two girls of one name: the machine does not choose, and nobody is told before a person has. */
class PossibleMatchJourneyIT {

    private static Person sarahInKent;
    private static Person claireInLyon;

    @BeforeAll
    static void start() {
        sarahInKent = Waymark.running().practitioner("sarah.gb");
        claireInLyon = Waymark.running().practitioner("claire.fr");
    }

    @Test
    void aPossibleMatchNotifiesNobodyAndOpensNothingUntilAPersonConfirmsIt() {
        // Given
        Casework.enter(sarahInKent, Child.NAMESAKE);
        var before = looks();
        var check = Casework.check(claireInLyon, Child.NAMESAKE);
        var handle = check.body().path("matches").path(0).path("handle").asText();
        var request = Casework.json().put("handle", handle);
        var tooEarly = claireInLyon.on("hague-1996-34").post(Casework.DISCLOSURES, request);
        var unconfirmed = looks();

        // When
        claireInLyon
                .post(Casework.CHECKS + "/" + check.id() + "/confirmations", request)
                .expect(200);

        // Then
        assertThat(check.string("result")).isEqualTo("possible");
        assertThat(check.body().path("matches")).hasSize(2);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.code()).isEqualTo("not-confirmed");
        assertThat(unconfirmed).hasSameSizeAs(before);
        assertThat(looks()).hasSize(before.size() + 1);
        assertThat(Casework.askForContent(claireInLyon.on("hague-1996-34"), handle)
                        .string("status"))
                .isEqualTo("requested");
    }

    private static List<JsonNode> looks() {
        return sarahInKent.get(Casework.NOTIFICATIONS + "?limit=200").expect(200).items().stream()
                .filter(one -> one.path("kind").asText().equals("look-confirmed"))
                .toList();
    }
}
