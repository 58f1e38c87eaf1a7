package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.DISCLOSURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who works with a child may ask where a stranger of the same kind may not. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class RelationsTest {

    private static final String ACCEPTED_AT = "2026-11-22T12:00:00Z";
    private static final String CLOSED_AT = "2026-11-22T15:00:00Z";

    private final Tokens nurse = Tokens.person("nurse-" + UUID.randomUUID())
            .agency("FR-CHU")
            .country("FR")
            .agencyType("health")
            .roles("practitioner")
            .purposes(ASSESS);

    @BeforeEach
    void directory() {
        Scene.directory();
        Scene.changed("agencies/FR-CHU", "{\"name\":\"Hospital\",\"country\":\"FR\",\"type\":\"health\"}");
    }

    @Test
    void anAgencyThatHasAcceptedAReferralMayAskForContentAsLongAsItWorksOnIt() {
        // Given
        var child = Scene.entered();
        var referral = UUID.randomUUID();
        assertThat(asks(child)).isEqualTo(403);

        // When
        tell("relation.begun", child, begun(child, referral), ACCEPTED_AT);

        // Then
        assertThat(asks(child)).isEqualTo(201);

        // When
        tell(
                "relation.ended",
                child,
                "{\"recordId\":\"%s\",\"referral\":\"%s\"}".formatted(child, referral),
                CLOSED_AT);

        // Then
        assertThat(asks(child)).isEqualTo(403);
    }

    @Test
    void anotherChildsReferralOpensNothing() {
        var child = Scene.entered();
        var other = Scene.person("GB-KENT");

        tell("relation.begun", other, begun(other, UUID.randomUUID()), ACCEPTED_AT);

        assertThat(asks(child)).isEqualTo(403);
    }

    @Test
    void aRelationThatHasEndedNeverChanges() throws SQLException {
        var child = Scene.entered();
        var referral = UUID.randomUUID();
        tell("relation.begun", child, begun(child, referral), ACCEPTED_AT);
        var end = "update guarded.relation set ended_at = now() where id = '" + referral + "'";

        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(end)).isEqualTo(1);
            assertThatThrownBy(() -> statement.executeUpdate(end)).hasMessageContaining("does not change");
        }
    }

    private int asks(UUID child) {
        Scene.found(child, CERTAIN);
        var handle = Api.as(nurse, ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("matches[0].handle");
        return Api.as(nurse, ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body("{\"handle\":\"" + handle + "\"}")
                .post(DISCLOSURES)
                .statusCode();
    }

    private static String begun(UUID child, UUID referral) {
        return "{\"recordId\":\"%s\",\"agency\":\"FR-CHU\",\"kind\":\"referral\",\"referral\":\"%s\"}"
                .formatted(child, referral);
    }

    private static void tell(String type, UUID child, String data, String time) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("referral-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"referral-service","type":"%s","subject":"%s","time":"%s","data":%s}]""".formatted(UUID.randomUUID(), type, child, time, data))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }
}
