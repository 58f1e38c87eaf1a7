package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever anybody decides about an age: protection does not end by it (architecture, invariants 5 and 6). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class AgeDecisionTest {

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assessed-adult", "assessed-adult-final", "assessed-inconclusive"})
    void noAgeStatusEndsAnEntryOrHidesItFromACheck(String state) {
        // Given
        var person = Scene.person("GB-KENT");
        var entry = entered(person);

        // When
        tell(person, state);

        // Then
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(entry)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("version", equalTo(0));
        Scene.found(person, CERTAIN);
        Api.as(Scene.claire("claire-" + UUID.randomUUID()), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("matches", hasSize(1));
    }

    @Test
    void norIsItAReasonThatAReviewMayGive() {
        var entry = entered(Scene.person("GB-KENT"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"assessed-adult\",\"decidedOn\":\"" + LocalDate.now() + "\"}")
                .post(entry + "/reviews")
                .then()
                .statusCode(422);
    }

    private static String entered(UUID person) {
        var place = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(person))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return URI.create(place).getPath();
    }

    private static void tell(UUID person, String state) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("identity-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"identity-service","type":"age-status.changed","subject":"%s",
                          "time":"2026-11-22T12:00:00Z","data":{"recordId":"%s","state":"%s","treatedAsChild":false}}]""".formatted(UUID.randomUUID(), person, person, state))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }
}
