package eu.waymark.referral;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.EveryEndpoint;
import eu.waymark.platform.testing.EveryParameter;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No operation answers without an event. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class EveryEndpointTest {

    private static final String REFERRALS = "/api/referral/v1/referrals";

    private static final String REQUESTS = "/api/referral/v1/information-requests";
    private static final String CONTRIBUTIONS = "/api/referral/v1/contributions";

    /** The rules know no child, and the intake of facts shows nothing. */
    private static final String[] OPEN = {
        "POST /internal/v1/events",
        "GET /api/referral/v1/clocks",
        "GET /api/referral/v1/rules",
        "GET /api/referral/v1/rules/{code}",
        "GET /api/referral/v1/rules/documents/{version}",
        "GET /api/referral/v1/rules/proposals",
        "GET /api/referral/v1/rules/proposals/{id}",
        "GET " + REQUESTS + "/kinds"
    };

    @Test
    void whoEnforcesImmigrationLawGetsIntoNothing() {
        // Given
        Directory.isKnown();

        // When
        var doors = EveryEndpoint.except(OPEN);

        // Then
        assertThat(doors.openToEnforcement()).isEmpty();
        assertThat(doors.openToProtection()).hasSizeGreaterThan(5);
    }

    @Test
    void everyAnswerLeavesATrace() throws SQLException {
        // Given
        Directory.isKnown();
        var person = Identity.personOf(Workers.LEEDS);
        var body = """
                {"personRecordId": "%s", "toAgency": "%s", "kind": "assessment", "urgency": "urgent", "reason": "Please."}""".formatted(person, Workers.LYON);
        var referral = UUID.fromString(Workers.leeds()
                .body(body)
                .post(REFERRALS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        // When
        var tried = EveryEndpoint.except(OPEN)
                .knowing("GET " + REFERRALS + "/{id}", referral)
                .knowing("GET /api/referral/v1/clocks/{id}", referral)
                .knowing("POST " + REFERRALS + "/{id}/decisions", referral)
                .knowing("POST " + REFERRALS + "/{id}/revocations", referral)
                .sending("POST " + REFERRALS, body)
                .sending(
                        "POST " + REFERRALS + "/drafts",
                        "{\"personRecordId\": \"%s\", \"content\": {}}".formatted(person))
                .sending("POST " + REFERRALS + "/{id}/decisions", "{\"decision\": \"accept\"}")
                .sending("POST " + REQUESTS, """
                        {"personRecordId": "%s", "toAgency": "%s", "kind": "need-for-protection", "child": "Ana.",
                         "reason": "Please.", "questions": ["Is a measure in force?"], "language": "fr",
                         "translation": "attached", "answerLanguage": "en", "protectionClaimedFrom": []}""".formatted(person, Workers.LYON))
                .sending("POST " + REQUESTS + "/{id}/receipts", "{\"messageHash\": \"" + "0".repeat(64) + "\"}")
                .sending("POST " + REQUESTS + "/{id}/forwardings", "{\"toAgency\": \"" + Workers.BERLIN + "\"}")
                .sending("POST " + REQUESTS + "/{id}/escalations/decisions", "{\"decision\": \"uphold\"}")
                .sending("POST " + CONTRIBUTIONS, """
                        {"personRecordId": "%s", "writer": "school", "aboutKind": "child", "ask": "Please."}""".formatted(person))
                .sending("POST " + CONTRIBUTIONS + "/submissions", "{\"text\": \"Written.\"}")
                .alsoAs(Tokens.practitioner(Workers.LEEDS, "GB"), Workers.PURPOSE)
                .alsoAs(Tokens.practitioner(Workers.LYON, "FR"), Workers.PURPOSE)
                .alsoAs(
                        Tokens.person("inspects")
                                .agency("GB-INSPECT")
                                .country("GB")
                                .agencyType("inspectorate")
                                .roles("manager")
                                .purposes("INSPECTION"),
                        "INSPECTION")
                .verify();

        // Then
        assertThat(tried).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void aParameterThatNobodyReadsIsIgnoredNowhere() {
        Directory.isKnown();
        assertThat(EveryParameter.ignored()).isEmpty();
    }

    @Test
    void whatTheDocumentListsIsKnown() {
        Directory.isKnown();
        assertThat(EveryParameter.tried()).contains("GET /api/referral/v1/worklist?desk");
        assertThat(EveryParameter.refused()).isEmpty();
    }
}
