package eu.waymark.referral;

import eu.waymark.access.AccessPolicy;
import eu.waymark.platform.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;

/** The access policies that the register publishes, as far as this service hears of them. */
public final class PublishedPolicy {

    private static final UUID SUBJECT = UUID.nameUUIDFromBytes("policy".getBytes());

    private PublishedPolicy() {}

    /** Has the policy that comes with Waymark decide again. */
    public static void isShipped() {
        var document = AccessPolicy.shippedDocument();
        deliver(UUID.randomUUID(), AccessPolicy.parse(document).version(), document, Instant.now())
                .statusCode(204);
    }

    /** Delivers {@code policy.published} as the register's relay does. */
    public static ValidatableResponse deliver(UUID fact, String version, String document, Instant validFrom) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("register-service"))
                .body("""
                        [{"specversion": "1.0", "id": "%s", "source": "register-service", "type": "policy.published",
                          "subject": "%s", "time": "2026-03-02T09:00:00Z",
                          "data": {"version": "%s", "document": %s, "validFrom": "%s", "publishedAt": "%s"}}]""".formatted(fact, SUBJECT, version, document, validFrom, Instant.now()))
                .post("/internal/v1/events")
                .then();
    }
}
