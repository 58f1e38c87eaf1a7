package eu.waymark.register.exclusion;

import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.NOTIFICATIONS;
import static eu.waymark.register.exclusion.Askers.ask;
import static eu.waymark.register.exclusion.Askers.exclude;
import static eu.waymark.register.exclusion.Askers.list;
import static eu.waymark.register.exclusion.Askers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who are kept from a child learn nothing, and an unconflicted desk learns that they asked (invariants 7 and 8). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ExcludedAskersTest {

    @Inject
    TellingAlarms alarms;

    private UUID person = new UUID(0, 0);

    private String entry = "";

    @BeforeEach
    void aChildIsEntered() {
        Scene.directory();
        person = Scene.person("GB-KENT");
        entry = Askers.entered(Scene.sarah(), person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "desk", "agency"})
    void theExcludedGetTheNoHitAnswerByteForByte(String kind) {
        // Given
        var asker = Scene.claire("claire-" + UUID.randomUUID()).desk("FR-69-DESK");
        desk("FR-69-DESK", "FR-69-CRIP");
        Scene.found(UUID.randomUUID(), CERTAIN);
        var nobody = whole(ask(asker));
        Scene.found(person, CERTAIN);
        var before = whole(ask(asker));

        // When
        exclude(
                entry,
                kind,
                switch (kind) {
                    case "person" -> asker.subject();
                    case "desk" -> "FR-69-DESK";
                    default -> "FR-69-CRIP";
                });

        // Then
        assertThat(whole(ask(asker))).isEqualTo(nobody).isNotEqualTo(before);
    }

    @Test
    void aCountryThatProtectionIsClaimedFromGetsTheNoHitAnswerByteForByte() {
        // Given
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        Scene.found(UUID.randomUUID(), CERTAIN);
        var nobody = whole(ask(asker));
        Scene.found(person, CERTAIN);
        var before = whole(ask(asker));

        // When
        claimAgainst("FR");

        // Then
        assertThat(whole(ask(asker))).isEqualTo(nobody).isNotEqualTo(before);
        ask(Scene.tom()).then().body("result", equalTo("hit"));
    }

    @Test
    void theirOwnAuditTrailTellsNoMoreThanTheAnswer() throws SQLException {
        // Given
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        exclude(entry, "person", asker.subject());
        Scene.found(person, CERTAIN);

        // When
        ask(asker).then().body("result", equalTo("no-hit"));

        // Then
        assertThat(Scene.events(asker.subject()))
                .contains("register.check.answered", "\"result\":\"no-hit\"")
                .doesNotContain(Scene.tag(person), "xcluded");
        assertThat(Scene.details(asker.subject(), "register.check.answered")).doesNotContain(person.toString());
    }

    @Test
    void theHolderIsToldWithinAMinuteAndAPossibleMatchTellsNobody() {
        // Given
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        exclude(entry, "person", asker.subject());
        Scene.found(person, Scene.POSSIBLE);
        ask(asker);
        alarms.run();
        inbox(Scene.sarah()).then().body("items.fromName", not(hasItem("Name of " + asker.subject())));

        // When
        Scene.found(person, CERTAIN);
        ask(asker);
        alarms.run();
        alarms.run();

        // Then
        assertThat(alarmsIn(Scene.sarah(), asker)).hasSize(1);
    }

    @Test
    void whereTheHoldersOwnWorkerIsExcludedTheCentralAuthorityIsTold() {
        // Given
        var colleague = worker("colleague-" + UUID.randomUUID(), "practitioner");
        exclude(entry, "person", colleague.subject());
        Scene.found(person, CERTAIN);

        // When
        ask(colleague).then().body("result", equalTo("no-hit"));
        alarms.run();

        // Then
        assertThat(alarmsIn(Scene.sarah(), colleague)).isEmpty();
        var authority = Tokens.person("cathy")
                .agency("GB-CA")
                .country("GB")
                .agencyType("central-authority")
                .roles("central-authority")
                .purposes("CP-PLAN");
        assertThat(alarmsIn(authority, colleague)).hasSize(1);
    }

    private void claimAgainst(String country) {
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"underThreat\":false,\"claimsProtectionFrom\":[\"" + country
                        + "\"],\"asylum\":false,\"transmissionDanger\":false}")
                .put(entry + "/safeguards")
                .then()
                .statusCode(200);
    }

    /** An answer with its status, headers and body, but for what is new with every answer. */
    private static String whole(Response answer) {
        var headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Request-Id"))
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .collect(Collectors.toMap(
                        header -> header.getName(), header -> header.getValue(), (one, other) -> other, TreeMap::new));
        return answer.statusCode() + "\n" + headers + "\n"
                + answer.asString().replace(answer.path("id"), "00000000-0000-0000-0000-000000000000");
    }

    private static List<String> alarmsIn(Tokens reader, Tokens asker) {
        return inbox(reader)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == 'excluded-asked' && it.fromName == 'Name of " + asker.subject()
                        + "' }.id");
    }

    private static Response inbox(Tokens reader) {
        return list(reader, NOTIFICATIONS);
    }

    private static void desk(String code, String agency) {
        Scene.changed(
                "desks/" + code,
                "{\"agency\":\"" + agency + "\",\"name\":\"Desk\",\"kind\":\"duty\",\"phone\":\"+33 4 72 00 00 00\","
                        + "\"email\":\"desk@example.org\",\"hours\":\"day\",\"languages\":[\"fr\"]}");
    }
}
