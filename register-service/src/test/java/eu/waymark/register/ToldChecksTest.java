package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static eu.waymark.register.Scene.NOTIFICATIONS;
import static eu.waymark.register.Scene.POSSIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who learns of a check: the holder at once, and the record, sealed. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ToldChecksTest {

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void the_holder_is_told_of_a_hit_at_once_with_who_and_why() throws SQLException {
        // Given
        var person = Scene.entered();
        Scene.found(person, CERTAIN);

        // When
        Api.as(Scene.claire("claire-tells"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200);

        // Then
        var notice = Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("open", true)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("look-confirmed"))
                .body("items[0].fromAgency", equalTo("FR-69-CRIP"))
                .body("items[0].fromName", equalTo("Name of claire-tells"))
                .body("items[0].purpose", equalTo(ASSESS))
                .body(not(containsString("Koval")))
                .extract();
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(ENTRIES + "/" + notice.<String>path("items[0].reference") + "/lookups")
                .then()
                .statusCode(200)
                .body("items[0].askerName", equalTo("Name of claire-tells"));
        assertThat(Scene.events("claire-tells"))
                .contains("register.check.asked", "register.check.answered", Scene.tag(person))
                .doesNotContain("Koval");
    }

    @Test
    void what_was_asked_and_what_was_found_are_on_record_sealed() throws SQLException {
        // Given
        var person = Scene.entered();
        Scene.found(person, CERTAIN);

        // When
        Api.as(Scene.claire("claire-sealed"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200);

        // Then
        assertThat(Scene.events("claire-sealed")).doesNotContain("Koval", person.toString());
        assertThat(Scene.details("claire-sealed", "register.check.asked")).contains("Anna Koval", "2014~");
        assertThat(Scene.details("claire-sealed", "register.check.answered"))
                .contains("Anna Koval", person.toString(), Scene.tag(person));
    }

    @Test
    void a_possible_match_notifies_nobody_until_a_person_confirms_it() {
        // Given
        Scene.found(Scene.entered(), POSSIBLE);
        var before = notices();
        var check = Api.as(Scene.claire("claire-confirms"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("result", equalTo("possible"))
                .extract();
        assertThat(notices()).isEqualTo(before);

        // When
        var confirm = "{\"handle\":\"" + check.path("matches[0].handle") + "\"}";
        var place = CHECKS + "/" + check.path("id") + "/confirmations";
        Api.as(Scene.tom(), ASSESS).body(confirm).post(place).then().statusCode(404);
        Api.as(Scene.claire("claire-confirms"), ASSESS)
                .body(confirm)
                .post(place)
                .then()
                .statusCode(200);
        Api.as(Scene.claire("claire-confirms"), ASSESS)
                .body(confirm)
                .post(place)
                .then()
                .statusCode(200);

        // Then
        assertThat(notices()).isEqualTo(before + 1);
    }

    @Test
    void a_notification_is_acknowledged_by_its_own_agency_only() {
        Scene.found(Scene.entered(), CERTAIN);
        Api.as(Scene.claire("claire-ack"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200);
        var id = Api.as(Scene.sarah(), "CP-PLAN")
                .get(NOTIFICATIONS)
                .then()
                .extract()
                .<String>path("items[0].id");
        Api.as(Scene.tom(), "CP-PLAN")
                .post(NOTIFICATIONS + "/" + id + "/acknowledgements")
                .then()
                .statusCode(404);
        Api.as(Scene.sarah(), "CP-PLAN")
                .post(NOTIFICATIONS + "/" + id + "/acknowledgements")
                .then()
                .statusCode(200)
                .body("acknowledgedAt", org.hamcrest.Matchers.notNullValue());
    }

    private static int notices() {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("limit", 200)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<java.util.List<?>>path("items")
                .size();
    }
}
