package eu.waymark.register.exclusion;

import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static eu.waymark.register.Scene.NOTIFICATIONS;
import static eu.waymark.register.exclusion.Askers.ask;
import static eu.waymark.register.exclusion.Askers.exclude;
import static eu.waymark.register.exclusion.Askers.list;
import static eu.waymark.register.exclusion.Askers.supervisor;
import static eu.waymark.register.exclusion.Askers.tryToExclude;
import static eu.waymark.register.exclusion.Askers.worker;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is kept from a child, by whom and until when, and what becomes of what they knew of it. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ExclusionsTest {

    private UUID person = new UUID(0, 0);

    private String entry = "";

    @BeforeEach
    void aChildIsEntered() {
        Scene.directory();
        person = Scene.person("GB-KENT");
        entry = Askers.entered(Scene.sarah(), person);
    }

    @Test
    void onlyASupervisorOfTheHolderExcludes() {
        tryToExclude(entry, Scene.sarah(), "person", "somebody").then().statusCode(403);
        tryToExclude(
                        entry,
                        Tokens.person("sue")
                                .agency("GB-LEEDS")
                                .country("GB")
                                .roles("supervisor")
                                .purposes("CP-PLAN"),
                        "person",
                        "somebody")
                .then()
                .statusCode(404);
        tryToExclude(entry, supervisor(), "agency", "GB-KENT").then().statusCode(422);
        tryToExclude(entry, supervisor(), "agency", "FR-UNKNOWN")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"));
        tryToExclude(entry, supervisor(), "person", "twice").then().statusCode(201);
        tryToExclude(entry, supervisor(), "person", "twice").then().statusCode(409);
    }

    @Test
    void oneThatHasEndedByItselfIsNoReasonAgainstAnother() throws SQLException {
        // Given
        var id = exclude(entry, "person", "returning");
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("update guarded.exclusion set set_at = now() - interval '9 days',"
                    + " valid_to = current_date - 1 where id = '" + id + "'");
        }

        // Then
        tryToExclude(entry, supervisor(), "person", "returning").then().statusCode(201);
        tryToExclude(entry, supervisor(), "person", "returning").then().statusCode(409);
    }

    @Test
    void anExclusionEndsWhenItIsLiftedAndStaysOnTheList() {
        // Given
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        var id = exclude(entry, "person", asker.subject());
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
    void anExcludedWorkerOfTheHolderFindsTheEntryNowhere() {
        // Given: one who works with the child, and so is told of looks
        var colleague = worker("colleague-" + UUID.randomUUID(), "practitioner");
        person = Scene.person("GB-KENT");
        entry = Askers.entered(colleague, person);
        var asker = Scene.claire("claire-" + UUID.randomUUID());
        var id = entry.substring(entry.lastIndexOf('/') + 1);
        Scene.named(id, Scene.sarah().subject(), colleague.subject());
        Scene.found(person, CERTAIN);
        ask(asker);
        list(colleague, ENTRIES).then().body("items.id", hasItem(id));
        list(colleague, NOTIFICATIONS).then().body("items.reference", hasItem(id));

        // When
        exclude(entry, "person", colleague.subject());

        // Then
        list(colleague, ENTRIES).then().body("items.id", not(hasItem(id)));
        list(colleague, NOTIFICATIONS).then().body("items.reference", not(hasItem(id)));
        Stream.of("", "/history", "/lookups")
                .forEach(part ->
                        Api.as(colleague, "CP-PLAN").get(entry + part).then().statusCode(404));
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
        exclude(entry, "agency", "FR-69-CRIP");

        // Then
        Api.as(asker, ASSESS).body(confirm).post(place).then().statusCode(404);
    }

    @Test
    void nobodyIsToldToCallADeskThatIsExcluded() {
        Scene.found(person, CERTAIN);
        ask(Scene.tom()).then().body("matches[0].desk.code", equalTo("GB-KENT-DUTY"));
        exclude(entry, "desk", "GB-KENT-DUTY");
        ask(Scene.tom()).then().body("matches[0].desk.code", equalTo("GB-NATIONAL"));
    }

    @Test
    void anExcludedAgencyIsNotAskedToBecomeResponsible() {
        exclude(entry, "agency", "GB-LEEDS");
        Api.as(Scene.sarah(), "CP-PLAN")
                .body("{\"toAgency\":\"GB-LEEDS\",\"reason\":\"child-moved\"}")
                .post(entry + "/transfers")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-receiver"));
    }
}
