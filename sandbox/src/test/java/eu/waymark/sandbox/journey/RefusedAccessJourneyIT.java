package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has no right to know is refused, on record, and learns nothing from the refusal. */
class RefusedAccessJourneyIT {

    private static final ObjectNode QUESTION = Child.NOBODY.asked();

    private static Waymark waymark;
    private static Instant began;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
        began = Instant.now(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/register/v1/entries",
                "/api/identity/v1/persons",
                "/api/referral/v1/referrals",
                "/api/audit/v1/events"
            })
    void withoutATokenTheGatewayOpensNoDoor(String path) {
        // When
        var answer = waymark.anonymous(path);

        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.requestId()).isNotEmpty();
    }

    @Test
    void aTokenThatNobodyIssuedOpensNoDoor() {
        // When
        var answer = waymark.send(waymark.request(Casework.ENTRIES)
                .header("Authorization", "Bearer not.a.token")
                .header("Purpose-Of-Use", "CP-ASSESS")
                .GET());

        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void aCheckThatDoesNotSayWhyIsRefusedAndOnRecord() {
        // When
        var answer = waymark.person("claire.fr").post(Casework.CHECKS, QUESTION);

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("purpose-required");
        var events = new AuditTrail(waymark.compliance("paul.fr"), began).awaitRequest(answer.requestId(), 1);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().path("type").asText()).isEqualTo("access.refused");
        assertThat(events.getFirst().path("outcome").asText()).isEqualTo("4");
        assertThat(events.getFirst().path("outcomeCode").asText()).isEqualTo("purpose-required");
    }

    @Test
    void aSearchForOneLetterIsTooBroadAndOnRecord() {
        // Given
        var oneLetter = Casework.json();
        oneLetter.putArray("names").addObject().put("full", "K");

        // When
        var answer = waymark.practitioner("claire.fr").post(Casework.CHECKS, oneLetter);

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("search-too-broad");
        var events = new AuditTrail(waymark.compliance("paul.fr"), began).awaitRequest(answer.requestId(), 2);
        assertThat(events)
                .extracting(event -> event.path("type").asText(), event -> event.path("outcomeCode")
                        .asText())
                .containsExactlyInAnyOrder(
                        tuple("register.check.asked", ""), tuple("identity.search", "search-too-broad"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMMIGRATION-ENFORCEMENT", "CP-ASSESS"})
    void immigrationEnforcementReadsNothingWhateverItStates(String purpose) {
        // Given
        var ivan = waymark.person("ivan.gb").stating(purpose);

        // When
        var answers = List.of(
                ivan.post(Casework.CHECKS, QUESTION),
                ivan.post("/api/identity/v1/searches", QUESTION),
                ivan.get(Casework.ENTRIES),
                ivan.get(Casework.DISCLOSURES),
                ivan.get(Casework.NOTIFICATIONS),
                ivan.get(Casework.REFERRALS));

        // Then
        assertThat(answers).extracting(Answer::status).containsOnly(403);
    }

    @Test
    void theRegistrarKeepsTheDirectoryAndReadsNoChild() {
        // Given
        var rita = waymark.practitioner("rita.reg");

        // When
        var aboutChildren = List.of(
                rita.post(Casework.CHECKS, QUESTION),
                rita.get(Casework.ENTRIES),
                rita.get(Casework.PERSONS),
                rita.get(Casework.REFERRALS),
                rita.get(Casework.NOTIFICATIONS),
                rita.get("/api/audit/v1/events"));
        var directory = waymark.person("rita.reg").get("/api/register/v1/agencies/GB-KENT");

        // Then
        assertThat(aboutChildren).extracting(Answer::status).containsOnly(403);
        assertThat(directory.status()).isEqualTo(200);
    }

    @Test
    void complianceReadsNoContent() {
        // Given
        var carol = waymark.compliance("carol.gb");

        // When
        var answers = List.of(carol.get(Casework.ENTRIES), carol.get(Casework.PERSONS), carol.get(Casework.REFERRALS));

        // Then
        assertThat(answers).extracting(Answer::status).containsOnly(403);
    }

    @Test
    void anotherAgencysRecordsLookLikeThoseThatDoNotExist() {
        // Given
        var sarahInKent = waymark.practitioner("sarah.gb");
        var entered = Casework.enter(sarahInKent, Child.ZOFIA);
        var claireInLyon = waymark.practitioner("claire.fr");
        var record = entered.string("personRecordId");
        var referral = Casework.refer(sarahInKent, record, "GB-LEEDS").id();

        // Then
        assertLooksUnknown(claireInLyon, Casework.ENTRIES + "/%s", entered.id());
        assertLooksUnknown(claireInLyon, Casework.ENTRIES + "/%s/lookups", entered.id());
        assertLooksUnknown(claireInLyon, Casework.PERSONS + "/%s", record);
        assertLooksUnknown(claireInLyon, Casework.REFERRALS + "/%s", referral);
        assertThat(sarahInKent.get(Casework.ENTRIES + "/" + entered.id()).status())
                .isEqualTo(200);
    }

    private static void assertLooksUnknown(Person asker, String path, String foreign) {
        // When
        var another = asker.get(path.formatted(foreign));
        var unknown = asker.get(path.formatted(UUID.randomUUID()));

        // Then
        assertThat(another.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(another.withoutRequestId()).isEqualTo(unknown.withoutRequestId());
        assertThat(another.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(another.text()).doesNotContain(foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/events",
                "/internal/v1/persons/00000000-0000-4000-8000-000000000000",
                "/api/identity/internal/v1/searches",
                "/api/audit/internal/v1/sources/register-service/events",
                "/api/register/v1/internal/v1/events"
            })
    void whatServicesTellEachOtherIsNotReachedThroughTheGateway(String path) {
        // When
        var withToken = waymark.practitioner("sarah.gb").get(path);

        // Then
        assertThat(withToken.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/identity/v1/../../../internal/v1/searches",
                "/api/identity/v1/%2e%2e/%2e%2e/internal/v1/searches",
                "/api/identity//internal/v1/searches"
            })
    void noDetourLeadsThere(String path) {
        // When
        var answer = waymark.practitioner("sarah.gb").get(path);

        // Then
        assertThat(answer.status()).isIn(400, 404);
    }
}
