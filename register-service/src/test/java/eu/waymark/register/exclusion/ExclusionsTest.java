package eu.waymark.register.exclusion;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static eu.waymark.register.Scene.NOTIFICATIONS;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who are kept from a child learn nothing, and an unconflicted desk learns that they asked (invariants 7 and 8). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ExclusionsTest {

    @Inject
    TellingAlarms alarms;

    private UUID person = new UUID(0, 0);
    private String entry = "";

    @BeforeEach
    void aChildIsEntered() {
        Scene.directory();
        person = Scene.person("GB-KENT");
        entry = ENTRIES + "/"
                + Api.as(Scene.sarah(), "CP-PLAN")
                        .body(Scene.newEntry(person))
                        .post(ENTRIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
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
        exclude("person", asker.subject());
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
        exclude("person", asker.subject());
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
        exclude("person", colleague.subject());
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

    @Test
    void nobodyIsToldToCallADeskThatIsExcluded() {
        Scene.found(person, CERTAIN);
        ask(Scene.tom()).then().body("matches[0].desk.code", equalTo("GB-KENT-DUTY"));
        exclude("desk", "GB-KENT-DUTY");
        ask(Scene.tom()).then().body("matches[0].desk.code", equalTo("GB-NATIONAL"));
    }

    @Test
    void anExcludedWorkerOfTheHolderFindsTheEntryNowhere() {
        // Given: one who works with the child, and so is told of looks
        var colleague = worker("colleague-" + UUID.randomUUID(), "practitioner");
        person = Scene.person("GB-KENT");
        entry = ENTRIES + "/"
                + Api.as(colleague, "CP-PLAN")
                        .body(Scene.newEntry(person))
                        .post(ENTRIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        var id = entry.substring(entry.lastIndexOf('/') + 1);
        Scene.named(id, Scene.sarah().subject(), colleague.subject());
        Scene.found(person, CERTAIN);
        ask(asker);
        list(colleague, ENTRIES).then().body("items.id", hasItem(id));
        list(colleague, NOTIFICATIONS).then().body("items.reference", hasItem(id));

        // When
        exclude("person", colleague.subject());

        // Then
        list(colleague, ENTRIES).then().body("items.id", not(hasItem(id)));
        list(colleague, NOTIFICATIONS).then().body("items.reference", not(hasItem(id)));
        Stream.of("", "/history", "/lookups")
                .forEach(part -> list(colleague, entry + part).then().statusCode(404));
        list(Scene.sarah(), ENTRIES).then().body("items.id", hasItem(id));
    }

    @Test
    void aHandleFromBeforeIsWorthNothingAfter() {
        // Given
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        Scene.found(person, CERTAIN);
        var found = ask(asker);
        var confirm = "{\"handle\":\"" + found.path("matches[0].handle") + "\"}";
        var place = CHECKS + "/" + found.path("id") + "/confirmations";
        Api.as(asker, ASSESS).body(confirm).post(place).then().statusCode(200);

        // When
        exclude("agency", "FR-69-CRIP");

        // Then
        Api.as(asker, ASSESS).body(confirm).post(place).then().statusCode(404);
    }

    @Test
    void anExclusionEndsWhenItIsLiftedAndStaysOnTheList() {
        // Given
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        var id = exclude("person", asker.subject());
        Scene.found(person, CERTAIN);
        ask(asker).then().body("result", equalTo("no-hit"));

        // When
        var lifting = entry + "/exclusions/" + id + "/lifting";
        Api.as(supervisor(), "CP-PLAN").post(lifting).then().statusCode(428);
        Api.as(supervisor(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .post(lifting)
                .then()
                .statusCode(200);

        // Then
        ask(asker).then().body("result", equalTo("hit"));
        Api.as(supervisor(), "CP-PLAN")
                .get(entry + "/exclusions")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
        Api.as(supervisor(), "CP-PLAN")
                .header("If-Match", "\"1\"")
                .post(lifting)
                .then()
                .statusCode(409);
    }

    @Test
    void onlyASupervisorOfTheHolderExcludes() {
        tryToExclude(Scene.sarah(), "person", "somebody").then().statusCode(403);
        tryToExclude(
                        Tokens.person("sue")
                                .agency("GB-LEEDS")
                                .country("GB")
                                .roles("supervisor")
                                .purposes("CP-PLAN"),
                        "person",
                        "somebody")
                .then()
                .statusCode(404);
        tryToExclude(supervisor(), "agency", "GB-KENT").then().statusCode(422);
        tryToExclude(supervisor(), "agency", "FR-UNKNOWN")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"));
        tryToExclude(supervisor(), "person", "twice").then().statusCode(201);
        tryToExclude(supervisor(), "person", "twice").then().statusCode(409);
    }

    @Test
    void anExcludedAgencyIsNotAskedToBecomeResponsible() {
        exclude("agency", "GB-LEEDS");
        Api.as(Scene.sarah(), "CP-PLAN")
                .body("{\"toAgency\":\"GB-LEEDS\",\"reason\":\"child-moved\"}")
                .post(entry + "/transfers")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-receiver"));
    }

    private String exclude(String kind, String party) {
        return tryToExclude(supervisor(), kind, party)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response tryToExclude(Tokens by, String kind, String party) {
        return Api.as(by, "CP-PLAN")
                .body("{\"kind\":\"%s\",\"party\":\"%s\",\"reason\":\"relative\"}".formatted(kind, party))
                .post(entry + "/exclusions");
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

    private static Response ask(Tokens by) {
        return Api.as(by, ASSESS).body(ANNA).post(CHECKS);
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

    private static Response list(Tokens reader, String path) {
        return Api.as(reader, "CP-PLAN").queryParam("limit", 200).get(path);
    }

    private static void desk(String code, String agency) {
        Scene.changed(
                "desks/" + code,
                "{\"agency\":\"" + agency + "\",\"name\":\"Desk\",\"kind\":\"duty\",\"phone\":\"+33 4 72 00 00 00\","
                        + "\"email\":\"desk@example.org\",\"hours\":\"day\",\"languages\":[\"fr\"]}");
    }

    private static Tokens supervisor() {
        return worker("supervisor-GB-KENT", "supervisor");
    }

    private static Tokens worker(String name, String role) {
        return Tokens.person(name).agency("GB-KENT").country("GB").roles(role).purposes("CP-PLAN", ASSESS);
    }
}
