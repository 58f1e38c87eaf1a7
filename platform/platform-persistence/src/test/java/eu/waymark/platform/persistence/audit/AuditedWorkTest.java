package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class AuditedWorkTest {

    private static final String NOTES = "/api/notes/v1/notes";
    private static final String BODY = "{\"text\":\"seen today\"}";

    private final Tokens claire = Tokens.practitioner("FR-69-CRIP", "FR");

    @Test
    void nobody_is_answered_401() {
        Api.anonymous()
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        Api.as(Tokens.practitioner("X", "FR").life(Duration.ofMinutes(-1)), "CP-ASSESS")
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        Api.as(Tokens.practitioner("X", "FR").audience("another-service"), "CP-ASSESS")
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(401);
    }

    @Test
    void a_role_that_may_not_is_answered_403_and_is_on_record() throws SQLException {
        Api.as(Tokens.person("registrar-7").roles("registrar").purposes("CP-ASSESS"), "CP-ASSESS")
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        assertThat(events("registrar-7")).contains("access.refused").contains("\"outcomeCode\":\"forbidden\"");
    }

    @Test
    void a_look_without_a_purpose_is_answered_403_and_is_on_record() throws SQLException {
        Api.as(Tokens.practitioner("NO-PURPOSE", "FR"))
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-required"));
        assertThat(events("practitioner-NO-PURPOSE")).contains("\"outcomeCode\":\"purpose-required\"");
    }

    @Test
    void a_purpose_that_the_token_does_not_permit_is_refused() {
        Api.as(claire, "COURT")
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-not-permitted"));
    }

    @Test
    void immigration_enforcement_reads_nothing_even_where_its_token_permits_the_purpose() {
        Api.as(Tokens.practitioner("GB-IE", "GB").purposes("IMMIGRATION-ENFORCEMENT"), "IMMIGRATION-ENFORCEMENT")
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-forbidden"));
    }

    @Test
    void faults_in_the_body_are_named_and_never_repeated() {
        var malformed = Api.as(claire, "CP-ASSESS")
                .body("{\"text\": secret-name")
                .post(NOTES)
                .then()
                .statusCode(400)
                .extract()
                .asString();
        var unknown = Api.as(claire, "CP-ASSESS")
                .body("{\"text\":\"x\",\"secret-name\":\"x\"}")
                .post(NOTES)
                .then()
                .statusCode(400)
                .body("detail", org.hamcrest.Matchers.containsString("Known here: text"))
                .extract()
                .asString();
        var blank = Api.as(claire, "CP-ASSESS")
                .body("{\"text\":\" \"}")
                .post(NOTES)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("text"))
                .extract()
                .asString();
        assertThat(malformed + unknown + blank).doesNotContain("secret-name");
    }

    @Test
    void what_is_written_can_be_read_and_both_are_on_record() throws SQLException {
        // Given
        var author = Tokens.practitioner("ON-RECORD", "FR");
        var place = Api.as(author, "CP-ASSESS")
                .body(BODY)
                .post(NOTES)
                .then()
                .statusCode(201)
                .header("Request-Id", notNullValue())
                .extract()
                .header("Location");

        // When
        Api.as(author, "CP-ASSESS").get(place).then().statusCode(200).header("Cache-Control", equalTo("no-store"));

        // Then
        assertThat(events("practitioner-ON-RECORD"))
                .contains("note.written", "note.read", "tag-of-the-child-0001", "\"purpose\":\"CP-ASSESS\"")
                .doesNotContain("seen today");
    }

    @Test
    void the_event_survives_the_rollback_of_its_request() throws SQLException {
        var curious = Tokens.practitioner("CURIOUS", "FR");
        Api.as(curious, "CP-ASSESS").get(NOTES + "/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(events("practitioner-CURIOUS")).contains("note.read").contains("\"outcomeCode\":\"not-found\"");
    }

    @Test
    void an_update_needs_the_version_it_was_decided_on() {
        var place = Api.as(claire, "CP-ASSESS")
                .body(BODY)
                .post(NOTES)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.as(claire, "CP-ASSESS").body(BODY).put(place).then().statusCode(428);
        Api.as(claire, "CP-ASSESS")
                .header("If-Match", "\"7\"")
                .body(BODY)
                .put(place)
                .then()
                .statusCode(412);
        Api.as(claire, "CP-ASSESS")
                .header("If-Match", "\"0\"")
                .body(BODY)
                .put(place)
                .then()
                .statusCode(200);
    }

    @Test
    void a_request_sent_twice_happens_once() throws SQLException {
        var sender = Tokens.practitioner("TWICE", "FR");
        var first = Api.as(sender, "CP-ASSESS")
                .header("Idempotency-Key", "key-1")
                .body(BODY)
                .post(NOTES)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var second = io.restassured.RestAssured.given()
                .auth()
                .oauth2(sender.sign())
                .header("Purpose-Of-Use", "CP-ASSESS")
                .contentType("application/json")
                .header("Idempotency-Key", "key-1")
                .body(BODY)
                .post(NOTES)
                .then()
                .statusCode(201)
                .header("Idempotent-Replay", equalTo("true"))
                .extract()
                .header("Location");
        Api.as(sender, "CP-ASSESS")
                .header("Idempotency-Key", "key-1")
                .body("{\"text\":\"other\"}")
                .post(NOTES)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-mismatch"));
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(sender.sign())
                .header("Purpose-Of-Use", "CP-ASSESS")
                .contentType("application/json")
                .header("Idempotency-Key", "key-1")
                .body(BODY)
                .post(NOTES + "?to=another")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-mismatch"));
        Api.as(sender, "CP-ASSESS")
                .header("Idempotency-Key", "not a key!")
                .body(BODY)
                .post(NOTES)
                .then()
                .statusCode(400);
        assertThat(java.net.URI.create(second).getPath())
                .isEqualTo(java.net.URI.create(first).getPath());
        assertThat(events("practitioner-TWICE").split("note.written", -1)).hasSize(2);
    }

    static String events(String actor) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select string_agg(event, E'\\n' order by order_no) from audit_outbox where event::json->'agent'->>'who' = ?")) {
            select.setString(1, actor);
            var rows = select.executeQuery();
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
