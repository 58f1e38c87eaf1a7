package eu.waymark.register;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A question is asked again under its key, and a change is not made again. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class IdempotentQuestionsTest {

    @Test
    void a_check_that_is_sent_again_is_answered_again() {
        // Given
        Scene.directory();
        Scene.found(Scene.entered(), Scene.CERTAIN);
        var claire = Scene.claire("claire-" + UUID.randomUUID());
        var key = UUID.randomUUID().toString();

        // Then
        for (var turn = 0; turn < 2; turn++) {
            Api.as(claire, Scene.ASSESS)
                    .header("Idempotency-Key", key)
                    .body(Scene.ANNA)
                    .post(Scene.CHECKS)
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replay", nullValue())
                    .body("result", equalTo("hit"));
        }
    }

    /** The twin: what changes something answers from memory. */
    @Test
    void an_entry_that_is_sent_again_is_opened_once() {
        // Given
        Scene.directory();
        var body = Scene.newEntry(Scene.person("GB-KENT"));
        var key = UUID.randomUUID().toString();

        // Then
        for (var turn = 0; turn < 2; turn++) {
            io.restassured.RestAssured.given()
                    .auth()
                    .oauth2(Scene.sarah().sign())
                    .contentType("application/json")
                    .header("Purpose-Of-Use", "CP-PLAN")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(Scene.ENTRIES)
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replay", turn == 0 ? nullValue() : equalTo("true"));
        }
    }
}
