package eu.waymark.referral.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.access.AccessPolicy;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.PublishedPolicy;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the register publishes as access policy decides about referrals. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class PolicyPublishedTest {

    private static final String REFERRALS = "/api/referral/v1/referrals";

    /** The rule by which agencies of child protection send referrals; another lets them answer. */
    private static final String SENDING = "protection-refers";

    private final String version = "test-" + UUID.randomUUID();

    @BeforeEach
    void theDirectoryIsKnown() {
        Directory.isKnown();
    }

    @AfterEach
    void theShippedPolicyDecidesAgain() {
        PublishedPolicy.isShipped();
    }

    @Test
    void aPublishedPolicyRefusesWhatItForbidsAndPermitsWhatItPermits() {
        // Given
        var sent = send().statusCode(201).extract().<String>path("id");

        // When
        published(UUID.randomUUID(), Instant.now());

        // Then
        send().statusCode(403).body("code", equalTo("forbidden")).body("detail", containsString(version));
        Workers.lyon()
                .header("If-Match", "\"0\"")
                .body("{\"decision\": \"accept\"}")
                .post(REFERRALS + "/" + sent + "/decisions")
                .then()
                .statusCode(200);
    }

    @Test
    void thePolicyPublishedLastDecides() {
        published(UUID.randomUUID(), Instant.now());
        send().statusCode(403);
        PublishedPolicy.isShipped();
        send().statusCode(201);
    }

    @Test
    void aFactDeliveredTwiceCountsOnce() {
        // Given
        var fact = UUID.randomUUID();
        published(fact, Instant.now());
        send().statusCode(403);
        PublishedPolicy.isShipped();

        // When
        published(fact, Instant.now());

        // Then
        send().statusCode(201);

        // The twin: another fact that says the same counts
        published(UUID.randomUUID(), Instant.now());
        send().statusCode(403);
    }

    @Test
    void aPolicyWaitsForItsHour() {
        published(UUID.randomUUID(), Instant.now().plus(Duration.ofDays(400)));
        send().statusCode(201);
    }

    @Test
    void aDocumentThatIsNotUnderstoodIsRefusedAndChangesNothing() {
        PublishedPolicy.deliver(
                        UUID.randomUUID(),
                        version,
                        withoutSending().replace("\"EXISTENCE\"", "\"EVERYTHING\""),
                        Instant.now())
                .statusCode(422);
        send().statusCode(201);
    }

    private void published(UUID fact, Instant validFrom) {
        PublishedPolicy.deliver(fact, version, withoutSending(), validFrom).statusCode(204);
    }

    private static ValidatableResponse send() {
        return Workers.leeds()
                .body("""
                        {"personRecordId": "%s", "toAgency": "%s", "kind": "assessment", "urgency": "urgent", "reason": "Moved."}""".formatted(Identity.personOf(Workers.LEEDS), Workers.LYON))
                .post(REFERRALS)
                .then();
    }

    /** The shipped policy, under a version of its own, without the rule by which referrals are sent. */
    private String withoutSending() {
        try {
            var document = (ObjectNode) new ObjectMapper().readTree(AccessPolicy.shippedDocument());
            document.put("version", version);
            var rules = document.withArray("rules").iterator();
            while (rules.hasNext()) {
                if (rules.next().path("id").asText().equals(SENDING)) {
                    rules.remove();
                }
            }
            return document.toString();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
