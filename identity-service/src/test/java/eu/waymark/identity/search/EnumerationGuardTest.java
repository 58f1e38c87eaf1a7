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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void aDecoyInFrontHidesNoWalkThroughTheDates() {
        // Given: each search begins with a name that nobody bears
        var stalker = Callers.of("GB-DECOY", "practitioner", PURPOSE);
        searchAll(stalker, "Abel", dates(1, 4)).statusCode(201);
        searchAll(stalker, "Bruno", dates(5, 8)).statusCode(201);

        // When / Then
        searchAll(stalker, "Conrad", dates(9, 12)).statusCode(429);
        assertThat(Events.last().at("/notes/pattern").asText()).isEqualTo("one-name-many-dates");
    }

    @Test
    void whoTriesDocumentsWithOneNameIsRefused() {
        var stalker = Callers.of("GB-PAPERS", "practitioner", PURPOSE);
        papers(stalker, 1, 4).statusCode(201);
        papers(stalker, 5, 8).statusCode(201);
        papers(stalker, 9, 12).statusCode(429);
    }

    @Test
    void oneDateInManySpellingsIsOneDate() {
        var worker = Callers.of("GB-SPELLS", "practitioner", PURPOSE);
        for (var birth : List.of("2013-05-01", "2013-05-01~", "2013-05-01?", "gregorian:2013-05-01")) {
            search(worker, "Leonhard", birth).statusCode(201);
        }
        for (int day = 2; day <= 8; day++) {
            search(worker, "Leonhard", "2013-05-0" + day).statusCode(201);
        }
        search(worker, "Leonhard", "2013-05-09").statusCode(429);
    }

    private static ValidatableResponse searchAll(Tokens by, String decoy, String births) {
        return Children.search(by, """
                        {"names":[{"given":"%s","family":"Nobodyatall"},{"given":"Leonhard","family":"Walkthrough"}],
                         "births":[%s],"sex":1}""".formatted(decoy, births)).then();
    }

    private static String dates(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj("\"2013-07-%02d\""::formatted)
                .collect(Collectors.joining(","));
    }

    private static ValidatableResponse papers(Tokens by, int first, int last) {
        var papers = IntStream.rangeClosed(first, last)
                .mapToObj("{\"type\":\"birth-certificate\",\"issuer\":\"GB\",\"number\":\"AB12345%02d\"}"::formatted)
                .collect(Collectors.joining(","));
        return Children.search(by, """
                        {"names":[{"given":"Leonhard","family":"Walkthrough"}],"births":[],"documents":[%s],"sex":1}""".formatted(papers)).then();
    }

    @Test
    void askingAgainAndAgainForOneChildIsNoLeafing() {
        var worker = Callers.of("GB-AGAIN", "practitioner", PURPOSE);
        for (int i = 0; i < 12; i++) {
            search(worker, "Leonhard", "2013-05-01").statusCode(201);
        }
    }
}
