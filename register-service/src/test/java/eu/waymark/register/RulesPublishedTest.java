package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.clocks.ClockRules;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.basis.WorkingTime;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The register's clocks run by the rules that the referral service has published. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class RulesPublishedTest {

    private static final LocalDate JUBILEE = LocalDate.parse("2031-07-15");

    @Inject
    RulesInForce inForce;

    @Inject
    WorkingTime workingTime;

    @Inject
    ObjectMapper json;

    @AfterEach
    void theShippedRulesAreInForceAgain() throws IOException {
        deliver(UUID.randomUUID(), shipped());
    }

    @Test
    void aPublishedDocumentIsInForceHereTooAndItsHolidaysAreDaysOff() throws IOException {
        // Given
        var version = "t-" + UUID.randomUUID();
        var document = shipped().put("version", version);
        document.withArray("extraHolidays")
                .addObject()
                .put("place", "FR")
                .put("date", JUBILEE.toString())
                .put("name", "Jubilee");
        assertThat(workingTime.of("FR").isWorkingDay(JUBILEE)).isTrue();

        // When: delivered twice, as a relay may
        var fact = UUID.randomUUID();
        deliver(fact, document);
        deliver(fact, document);

        // Then
        assertThat(inForce.now().version()).isEqualTo(version);
        assertThat(workingTime.of("FR").isWorkingDay(JUBILEE)).isFalse();
        assertThat(inForce.version("1").orElseThrow().version()).isEqualTo("1");
    }

    private ObjectNode shipped() throws IOException {
        return (ObjectNode) json.readTree(
                ClockRules.shippedDocument(ClockRules.shipped().version()).orElseThrow());
    }

    private void deliver(UUID fact, JsonNode document) {
        var event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", fact.toString())
                .put("source", "referral-service")
                .put("type", "rules.published")
                .put("subject", UUID.nameUUIDFromBytes("rules".getBytes()).toString())
                .put("time", Instant.now().toString());
        event.putObject("data")
                .put("id", fact.toString())
                .put("version", document.path("version").asText())
                .put("validFrom", Instant.now().toString())
                .put("publishedAt", Instant.now().toString())
                .set("document", document);
        RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("referral-service"))
                .body(json.createArrayNode().add(event).toString())
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }
}
