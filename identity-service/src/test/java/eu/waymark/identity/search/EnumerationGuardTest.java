package eu.waymark.identity.search;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class EnumerationGuardTest {

    private static final List<String> OTHERS = List.of(
            "Abel", "Bruno", "Conrad", "Dietmar", "Egon", "Falk", "Gunnar", "Horst", "Ivo", "Jost", "Knut", "Lars",
            "Marius", "Nils", "Otto", "Paul", "Quentin", "Rolf", "Sven", "Tilo");

    private static final String[] VARIED = "b d f g k l m n p r s t z rb rd rf rg rk rl rm rn rp rs rt".split(" ");

    private static ValidatableResponse search(Tokens by, String given, String birth) {
        return Children.search(by, named(given, "Walkthrough", birth, 1)).then();
    }

    @Test
    void whoWalksThroughTheDatesOfOneNameIsRefusedWithOneAlarm() {
        // Given
        var stalker = Callers.of("GB-WALKS", "practitioner", PURPOSE);
        for (int day = 1; day <= 8; day++) {
            search(stalker, "Leonhard", "2013-05-0" + day).statusCode(201);
        }

        // When
        search(stalker, "Leonhard", "2013-05-09").statusCode(429).body("code", is("search-enumeration"));
        search(stalker, "Leonhard", "2013-05-10").statusCode(429);

        // Then
        var alarms = Events.all().stream()
                .filter(event -> event.path("type").asText().equals("identity.search.enumeration"))
                .filter(event -> event.at("/agent/agency").asText().equals("GB-WALKS"))
                .toList();
        assertThat(alarms).hasSize(1);
        assertThat(alarms.getFirst().at("/notes/pattern").asText()).isEqualTo("one-name-many-dates");
        assertThat(alarms.getFirst().toString()).doesNotContain("Leonhard").doesNotContain("2013-05");
        search(stalker, "Somebody", "2011-11-11").statusCode(201);
    }

    @Test
    void whoWalksThroughTheNamesOfOneDateIsRefused() {
        // Given
        var stalker = Callers.of("GB-NAMES", "practitioner", PURPOSE);
        for (var given : OTHERS) {
            search(stalker, given, "2013-06-06").statusCode(201);
        }

        // When / Then
        search(stalker, "Ulrich", "2013-06-06").statusCode(429).body("code", is("search-enumeration"));
        assertThat(Events.last().at("/notes/pattern").asText()).isEqualTo("one-date-many-names");
    }

    @Test
    void whoVariesOneNameABitEachTimeIsRefused() {
        // Given
        var stalker = Callers.of("GB-VARIES", "practitioner", PURPOSE);
        for (int i = 0; i < VARIED.length; i++) {
            search(stalker, "La" + VARIED[i] + "o", "20%02d-0%d-1%d".formatted(i % 18, 1 + i % 9, i % 10))
                    .statusCode(201);
        }

        // When / Then
        search(stalker, "Larvo", "2012-12-12").statusCode(429);
        assertThat(Events.last().at("/notes/pattern").asText()).isEqualTo("near-variants");
    }

    @Test
    void askingAgainAndAgainForOneChildIsNoLeafing() {
        var worker = Callers.of("GB-AGAIN", "practitioner", PURPOSE);
        for (int i = 0; i < 12; i++) {
            search(worker, "Leonhard", "2013-05-01").statusCode(201);
        }
    }
}
