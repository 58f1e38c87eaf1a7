package eu.waymark.referral.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Lying;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees that something is late without being the one who does it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class OverseeingTest {

    private static final String FACT = """
            insert into fact_cursor (subscriber, position) values ('register', 0) on conflict do nothing;
            insert into fact_outbox (id, type, subject, time, data) values ('%1$s', 'notification.requested', '%2$s',
                now() - interval '%3$s hours', '{"agency": "FR-69-CRIP", "kind": "referral-received", "reference": "%2$s",
                "fromAgency": "%4$s", "recordId": "%2$s"}')""";

    @Test
    void anInspectorateSeesHowMuchIsOverdueAtTheAgenciesOfItsCountryAndNoChild() {
        // Given
        var there = Lying.atNewAgency();
        there.due(Instant.now().minusSeconds(60));
        there.due(Instant.now().minusSeconds(200_000));
        there.due(Instant.now().plusSeconds(60));
        there.due(Instant.now().minusSeconds(60), "feedback", null);
        there.due(Instant.now().minusSeconds(200_000), "allegation", null);
        var abroad = Directory.newCode();
        Directory.lists(abroad, "Elsewhere", "DE");

        // When
        var answer = inspect("FR", "inspectorate", "INSPECTION");

        // Then
        var at = "agencies.find { it.agency == '" + there.agency() + "' }";
        answer.then()
                .statusCode(200)
                .body(at + ".open", equalTo(3))
                .body(at + ".overdue", equalTo(2))
                .body(at + ".unassigned", equalTo(3))
                .body("agencies.findAll { it.agency == '" + abroad + "' }", hasSize(0));
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.overdue.inspected");
        assertThat(event.path("subjects")).isEmpty();
    }

    @Test
    void nobodyElseInspectsNorAnInspectorateForAnotherPurpose() {
        inspect("FR", "child-protection", "INSPECTION").then().statusCode(403);
        inspect("FR", "inspectorate", "CP-ASSESS").then().statusCode(403);
    }

    @Test
    void whatWasNotDeliveredForTwoDaysIsShownToItsAgencyAndToOperators() {
        // Given
        var there = Lying.atNewAgency();
        var late = UUID.randomUUID();
        var reference = UUID.randomUUID();
        Lying.run(FACT.formatted(late, reference, 49, there.agency()));
        Lying.run(FACT.formatted(UUID.randomUUID(), UUID.randomUUID(), 47, there.agency()));

        // When, Then
        there.asManager()
                .get(Lying.PATH + "/undelivered")
                .then()
                .statusCode(200)
                // Other tests know other subscribers.
                .body("items.findAll { it.subscriber == 'register' }.id", contains(late.toString()))
                .body("items[0].reference", equalTo(reference.toString()))
                .body("items[0].refused", equalTo(false));
        Lying.atNewAgency().asManager().get(Lying.PATH + "/undelivered").then().body("items", hasSize(0));
        assertThat(operator().<List<String>>path("items.id")).contains(late.toString());
    }

    @Test
    void whatWasRefusedForGoodIsShownAtOnceWithTheStatus() {
        // Given
        var there = Lying.atNewAgency();
        var refused = UUID.randomUUID();
        Lying.run(FACT.formatted(refused, UUID.randomUUID(), 0, there.agency()));
        Lying.run(
                "insert into fact_dead_letter (subscriber, fact_id, subject, status) values ('register', '%1$s', '%1$s', 422)"
                        .formatted(refused));

        // When, Then
        there.asManager()
                .get(Lying.PATH + "/undelivered")
                .then()
                .body("items.id", contains(refused.toString()))
                .body("items[0].refused", equalTo(true))
                .body("items[0].status", equalTo(422));
    }

    @Test
    void thatAnAllegationDidNotArriveIsNobodysToSeeInTheAgencyItIsAbout() {
        // Given
        var there = Lying.atNewAgency();
        var told = UUID.randomUUID();
        var ordinary = UUID.randomUUID();
        Lying.run(FACT.formatted(told, UUID.randomUUID(), 49, there.agency())
                .replace("referral-received", "allegation-received"));
        Lying.run(FACT.formatted(ordinary, UUID.randomUUID(), 49, there.agency()));

        // When
        var seen = there.asManager().get(Lying.PATH + "/undelivered").then();
        var operator = operator().then();

        // Then
        seen.body("items.findAll { it.subscriber == 'register' }.id", contains(ordinary.toString()));
        operator.body("items.find { it.id == '" + told + "' }.kind", equalTo("allegation-received"))
                .body("items.find { it.id == '" + told + "' }.fromAgency", nullValue())
                .body("items.find { it.id == '" + ordinary + "' }.fromAgency", equalTo(there.agency()));
    }

    private static Response operator() {
        var token = Tokens.person("operates")
                .agency("FR-OPERATOR")
                .country("FR")
                .roles("operator")
                .purposes(Workers.PURPOSE);
        return Workers.asked(Api.as(token, Workers.PURPOSE)).get(Lying.PATH + "/undelivered");
    }

    private static Response inspect(String country, String agencyType, String purpose) {
        var token = Tokens.person("inspects")
                .agency("FR-INSPECT")
                .country(country)
                .agencyType(agencyType)
                .roles("manager")
                .purposes("INSPECTION", "CP-ASSESS");
        return Workers.asked(Api.as(token, purpose)).get(Lying.PATH + "/overdue");
    }
}
