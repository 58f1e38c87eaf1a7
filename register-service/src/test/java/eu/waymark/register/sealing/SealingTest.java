package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.SEALED;
import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario S4: a hidden move, the register's part: who seals, who sees the truth, and who keeps it. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class SealingTest {

    private UUID person;
    private String entry;

    @BeforeEach
    void known() {
        Hidden.directory();
        person = Scene.person("GB-KENT");
        entry = Hidden.entry(person);
    }

    @Test
    void named_workers_see_the_truth_and_everybody_else_nothing_of_it() {
        // When
        var sealed = Hidden.sealed(entry, YORK);

        // Then
        Hidden.get(Hidden.owen(YORK), SEALED + "/" + sealed)
                .statusCode(200)
                .body("responsible", equalTo(YORK))
                .body("summary", containsString("Core group"))
                .body("workers", hasSize(2));
        var colleague = Hidden.worker("colleague", YORK, "supervisor");
        var moved = Hidden.worker("nadia-" + YORK, "GB-LEEDS", "practitioner");
        for (var other : List.of(colleague, moved, Hidden.sam(), Scene.sarah())) {
            Hidden.get(other, SEALED).statusCode(200).body("items", empty());
            assertThat(problem(other, sealed))
                    .isEqualTo(problem(other, UUID.randomUUID().toString()));
        }
        Hidden.get(Scene.sarah(), Scene.ENTRIES + "/" + entry)
                .statusCode(200)
                .body("holder", equalTo("GB-KENT"))
                .body("status", equalTo("active"));
    }

    private static String problem(Tokens by, String id) {
        return Hidden.get(by, SEALED + "/" + id).statusCode(404).extract().path("detail");
    }

    @Test
    void only_a_supervisor_of_the_holder_seals_to_two_people_of_an_agency_of_the_country() {
        var one = "[{\"subject\":\"nadia-GB-YORK\"}]";
        var twice = "[{\"subject\":\"nadia-GB-YORK\"},{\"subject\":\"nadia-GB-YORK\"}]";
        Hidden.seal(Scene.sarah(), entry, YORK).statusCode(403);
        Hidden.seal(Hidden.worker("ida", "GB-LEEDS", "supervisor"), entry, YORK).statusCode(404);
        Hidden.seal(Hidden.sam(), entry, YORK, one).statusCode(422);
        Hidden.seal(Hidden.sam(), entry, YORK, twice).statusCode(422);
        Hidden.seal(Hidden.sam(), entry, "FR-69-CRIP").statusCode(422).body("code", equalTo("no-receiver"));
        Hidden.seal(Hidden.sam(), entry, "GB-CA").statusCode(422).body("code", equalTo("no-receiver"));
    }

    @Test
    void sealing_again_is_answered_like_the_first_and_told_to_the_named_workers() {
        // Given
        Scene.agency("GB-BATH");
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Hidden.seal(Hidden.sam(), entry, "GB-BATH").statusCode(204);

        // Then
        Hidden.get(Hidden.nadia("GB-BATH"), SEALED).body("items", empty());
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed + "/notices")
                .body("items.kind", equalTo(List.of("sealing-asked-again")));
    }

    @Test
    void naming_and_sealing_at_once_leave_one_truth() throws Exception {
        // When
        var statuses = Hidden.atOnce(
                () -> Hidden.seal(Hidden.sam(), entry, YORK).extract().statusCode(),
                () -> Hidden.seal(Hidden.sam(), entry, YORK).extract().statusCode());

        // Then
        assertThat(statuses).containsExactly(204, 204);
        Hidden.get(Hidden.nadia(YORK), SEALED + "?limit=100")
                .body("items.findAll { it.entryId == '" + entry + "' }", hasSize(1));
    }

    @Test
    void the_truth_is_reviewed_by_the_national_calendar_and_never_known_to_fewer_than_two() {
        // Given
        var sealed = SEALED + "/" + Hidden.sealed(entry, YORK);
        var review = """
                {"measure":"GB-ENG-CPP","harms":["trafficking"],"risk":"medium","summary":"Goes to school.","decidedOn":"%s"}""".formatted(LocalDate.now());

        // When
        Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .body(review)
                .post(sealed + "/reviews")
                .then()
                .statusCode(428);
        Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .header("If-Match", "\"0\"")
                .body(review)
                .post(sealed + "/reviews")
                .then()
                .statusCode(200)
                .body("risk", equalTo("medium"))
                .body("summary", equalTo("Goes to school."))
                .header("ETag", "\"1\"");

        // Then
        Hidden.get(Scene.sarah(), Scene.ENTRIES + "/" + entry)
                .body("risk", equalTo("high"))
                .body("version", equalTo(0));
        name(sealed, "[{\"subject\":\"nadia-GB-YORK\"}]").statusCode(422);
        name(sealed, "[{\"subject\":\"nadia-GB-YORK\"},{\"subject\":\"pia\"}]")
                .statusCode(200)
                .body("version", equalTo(2));
        Hidden.get(Hidden.owen(YORK), sealed).statusCode(404);
        Hidden.get(Hidden.worker("pia", YORK, "practitioner"), sealed)
                .statusCode(200)
                .body("version", equalTo(2));
    }

    private static ValidatableResponse name(String sealed, String workers) {
        return Api.as(Hidden.nadia(YORK), Hidden.PLAN)
                .header("If-Match", "\"1\"")
                .body("{\"workers\":" + workers + "}")
                .put(sealed + "/workers")
                .then();
    }

    @Test
    void events_of_named_workers_hide_the_child_and_the_agency() throws SQLException {
        // Given
        var sealed = Hidden.sealed(entry, YORK);

        // When
        Hidden.get(Hidden.nadia(YORK), SEALED + "/" + sealed).statusCode(200);

        // Then
        assertThat(Scene.events("nadia-" + YORK))
                .contains("register.sealed.read")
                .doesNotContain(Scene.tag(person), "\"agency\"", sealed);
        assertThat(Scene.details("nadia-" + YORK, "register.sealed.read")).contains(Scene.tag(person), YORK, sealed);
        assertThat(Scene.events("supervisor-sam")).doesNotContain("seal", YORK);
    }
}
