package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class DirectoryChangesTest {

    private static final String PATH = "/api/register/v1/";
    private static final String NORTH = "agencies/GB-NORTH";

    @BeforeEach
    void directory() {
        Scene.directory();
        named("North");
    }

    @Test
    void a_change_takes_effect_when_another_registrar_confirms_it() throws SQLException {
        // When
        var proposed = Scene.propose(Scene.rita(), NORTH, north("Upper North"));

        // Then
        proposed.then()
                .statusCode(202)
                .header("Location", containsString(Scene.CHANGES + "/" + proposed.path("id")))
                .body("state", is("proposed"))
                .body("differences.field", contains("name"))
                .body("differences[0].before", is("North"))
                .body("differences[0].after", is("Upper North"));
        assertThat(name()).isEqualTo("North");

        // When
        Scene.confirm(Scene.greta(), proposed.path("id")).then().statusCode(200).body("state", is("confirmed"));

        // Then
        assertThat(name()).isEqualTo("Upper North");
        assertThat(Scene.events("greta")).contains("register.directory.changed", proposed.path("id"));
    }

    @Test
    void nobody_confirms_or_refuses_their_own_proposal() {
        // Given
        var change = Scene.propose(Scene.rita(), NORTH, north("My North")).<String>path("id");

        // Then
        Scene.confirm(Scene.rita(), change).then().statusCode(403).body("code", is("second-registrar-needed"));
        refuse(Scene.rita(), change).then().statusCode(403).body("code", is("second-registrar-needed"));
        withdraw(Scene.greta(), change).then().statusCode(403).body("code", is("second-registrar-needed"));
        assertThat(name()).isEqualTo("North");
        withdraw(Scene.rita(), change).then().statusCode(200).body("state", is("withdrawn"));
    }

    @Test
    void the_database_demands_two_registrars_too() throws SQLException {
        // Given
        var change = Scene.propose(Scene.rita(), NORTH, north("Forged North")).<String>path("id");
        var confirm = "update proposed_change set state = 'confirmed', decided_by = '%s', decider_agency = 'X',"
                + " decided_at = now() where id = '" + change + "'";

        // Then
        try (var app = Database.asApp();
                var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute(confirm.formatted("rita")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("two_pairs_of_eyes");
            assertThatThrownBy(() -> statement.execute("update agency set name = 'Forged' where code = 'GB-NORTH'"))
                    .hasMessageContaining("by a confirmed proposal only");
            assertThatThrownBy(() ->
                            statement.execute("update proposed_change set after = '{}' where id = '" + change + "'"))
                    .hasMessageContaining("what was proposed does not change");
            assertThat(statement.executeUpdate(confirm.formatted("greta"))).isEqualTo(1);
        }
        assertThat(name()).isEqualTo("North");
    }

    @Test
    void a_refusal_says_why_and_is_final() {
        // Given
        var change = Scene.propose(Scene.rita(), NORTH, north("Wrong North")).<String>path("id");

        // When
        refuse(Scene.greta(), change).then().statusCode(200).body("reason", is("It is called North."));

        // Then
        Scene.confirm(Scene.greta(), change).then().statusCode(409).body("code", is("illegal-transition"));
        Api.as(Scene.greta())
                .body("{\"reason\":\" \"}")
                .post(Scene.CHANGES + "/" + change + "/refusals")
                .then()
                .statusCode(422);
        assertThat(name()).isEqualTo("North");
    }

    @Test
    void the_same_content_is_the_same_proposal_and_what_is_so_needs_none() {
        // Given
        var first = Scene.propose(Scene.rita(), NORTH, north("Twice North")).<String>path("id");

        // Then
        assertThat(Scene.propose(Scene.rita(), NORTH, north("Twice North")).<String>path("id"))
                .isEqualTo(first);
        Api.as(Scene.rita()).body(north("North")).put(PATH + NORTH).then().statusCode(204);
        withdraw(Scene.rita(), first).then().statusCode(200);
    }

    @Test
    void whoever_replaces_something_says_which_version_they_saw() {
        Api.as(Scene.rita()).body(north("Blind North")).put(PATH + NORTH).then().statusCode(428);
        Api.as(Scene.rita())
                .header("If-Match", "\"999\"")
                .body(north("Blind North"))
                .put(PATH + NORTH)
                .then()
                .statusCode(412);
        Api.as(Scene.rita())
                .header("If-Match", "\"0\"")
                .body(north("Nothing there"))
                .put(PATH + "agencies/GB-NOWHERE")
                .then()
                .statusCode(412);
    }

    @Test
    void a_proposal_on_what_has_changed_since_is_stale() {
        // Given
        var stale = Scene.propose(Scene.rita(), NORTH, north("Late North")).<String>path("id");
        named("Early North");

        // When
        var refused = Scene.confirm(Scene.greta(), stale);

        // Then
        refused.then().statusCode(409).body("code", is("stale-proposal"));
        Api.as(Scene.greta())
                .get(Scene.CHANGES + "/" + stale)
                .then()
                .body("stale", is(true))
                .body("state", is("proposed"));
        assertThat(name()).isEqualTo("Early North");
        withdraw(Scene.rita(), stale).then().statusCode(200);
    }

    @Test
    void of_two_confirmations_at_once_one_counts() throws Exception {
        // Given
        var change = Scene.propose(Scene.rita(), NORTH, north("Raced North")).<String>path("id");
        var third = Tokens.person("hans").agency("DE-CA").country("DE").roles("registrar");

        // When
        var answers = atOnce(() -> Scene.confirm(Scene.greta(), change), () -> Scene.confirm(third, change));

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void of_two_proposals_on_one_version_one_takes_effect() throws Exception {
        // Given
        var left = Scene.propose(Scene.rita(), NORTH, north("Left North")).<String>path("id");
        var right = Scene.propose(Scene.rita(), NORTH, north("Right North")).<String>path("id");

        // When
        var answers = atOnce(() -> Scene.confirm(Scene.greta(), left), () -> Scene.confirm(Scene.greta(), right));

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(name()).isIn("Left North", "Right North");
        withdraw(Scene.rita(), name().equals("Left North") ? right : left)
                .then()
                .statusCode(200);
    }

    @Test
    void registrars_see_who_changed_what_and_when() {
        // Given
        named("Known North");

        // Then
        var list = Api.as(Scene.greta())
                .queryParam("kind", "agency")
                .queryParam("code", "GB-NORTH")
                .queryParam("state", "confirmed")
                .queryParam("limit", 1)
                .get(Scene.CHANGES);
        list.then()
                .statusCode(200)
                .body("items[0].after.name", is("Known North"))
                .body("items[0].proposedBy", is("rita"))
                .body("items[0].decidedBy", is("greta"))
                .body("items[0].decidedByAgency", is("DE-CA"))
                .body("items[0].decidedAt", notNullValue())
                .body("next", notNullValue());
        Api.as(Scene.greta())
                .queryParam("code", "GB-NORTH")
                .queryParam("cursor", list.<String>path("next"))
                .get(Scene.CHANGES)
                .then()
                .body("items.id", not(hasItem(list.<String>path("items[0].id"))))
                .body("items.code", everyItem(equalTo("GB-NORTH")));
        Api.as(Scene.sarah(), "CP-PLAN").get(Scene.CHANGES).then().statusCode(403);
    }

    @Test
    void a_proposal_for_something_new_replaces_nothing() {
        Scene.propose(Scene.rita(), "harms/tested-" + suffix(), "{\"name\":\"tested\"}")
                .then()
                .statusCode(202)
                .body("before", nullValue())
                .body("kind", is("harm"));
    }

    private static String suffix() {
        return Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "x");
    }

    private static void named(String name) {
        Scene.changed(NORTH, north(name));
    }

    private static String name() {
        return Api.as(Scene.rita()).get(PATH + NORTH).path("name");
    }

    private static String north(String name) {
        return "{\"name\":\"" + name + "\",\"country\":\"GB\",\"type\":\"police\"}";
    }

    private static Response refuse(Tokens by, String change) {
        return Api.as(by).body("{\"reason\":\"It is called North.\"}").post(Scene.CHANGES + "/" + change + "/refusals");
    }

    private static Response withdraw(Tokens by, String change) {
        return Api.as(by).post(Scene.CHANGES + "/" + change + "/withdrawals");
    }

    private static List<Integer> atOnce(Callable<Response> one, Callable<Response> other)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(one, other)).stream()
                    .map(DirectoryChangesTest::status)
                    .toList();
        }
    }

    private static int status(Future<Response> answer) {
        return answer.resultNow().statusCode();
    }
}
