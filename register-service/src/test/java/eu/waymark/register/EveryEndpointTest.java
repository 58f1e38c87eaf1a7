package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.EveryEndpoint;
import eu.waymark.platform.testing.EveryParameter;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No operation answers without an event. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class EveryEndpointTest {

    /** The directory knows no child, and the intake of facts shows nothing. */
    private static final String[] OPEN = {
        "GET /api/register/v1/agencies",
        "GET /api/register/v1/agencies/{code}",
        "GET /api/register/v1/desks",
        "GET /api/register/v1/desks/{code}",
        "GET /api/register/v1/legal-bases",
        "GET /api/register/v1/legal-bases/{code}",
        "GET /api/register/v1/measures",
        "GET /api/register/v1/measures/{code}",
        "GET /api/register/v1/agreements",
        "GET /api/register/v1/agreements/{id}",
        "GET /api/register/v1/areas",
        "GET /api/register/v1/areas/{code}",
        "GET /api/register/v1/harms",
        "GET /api/register/v1/harms/{code}",
        "GET /api/register/v1/place-rules",
        "GET /api/register/v1/place-rules/{place}",
        "GET /api/register/v1/retention-rules",
        "GET /api/register/v1/retention-rules/{place}",
        "GET /api/register/v1/policies",
        "GET /api/register/v1/policies/{version}",
        "GET /api/register/v1/policies/{version}/decision-table",
        "GET /api/register/v1/policies/{version}/decision-table.csv",
        "GET /api/register/v1/directory-changes",
        "GET /api/register/v1/directory-changes/{id}",
        "GET /api/register/v1/directory-history/{kind}/{code}",
        "POST /internal/v1/events"
    };

    @Test
    void who_enforces_immigration_law_gets_into_nothing() throws SQLException {
        // Given
        Scene.directory();
        var person = Scene.person("GB-TRIES");
        Scene.found(person, Scene.CERTAIN);

        // When
        var doors = EveryEndpoint.except(OPEN).sending("POST /api/register/v1/checks", Scene.ANNA);

        // Then
        // But for being told that and why they read nothing.
        assertThat(doors.openToEnforcement()).containsExactly("GET /api/register/v1/policies/explanations: 200");
        assertThat(doors.openToProtection()).hasSizeGreaterThan(5);
    }

    @Test
    void every_answer_leaves_a_trace() throws SQLException {
        // Given
        Scene.directory();
        var person = Scene.person("GB-KENT");
        var entry = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(person))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Scene.found(person, Scene.CERTAIN);
        var change = Scene.propose(
                        Scene.rita(),
                        "agencies/GB-TRIED",
                        "{\"name\":\"Tried too\",\"country\":\"GB\",\"type\":\"police\"}")
                .<String>path("id");

        // When
        var tried = EveryEndpoint.except(OPEN)
                .knowing("GET /api/register/v1/statistics/{quarter}", "2026-Q1")
                .knowing("GET /api/register/v1/statistics/{quarter}/csv", "2026-Q1")
                .knowing("GET /api/register/v1/statistics/{quarter}/chart", "2026-Q1")
                .knowing("GET /api/register/v1/entries/{id}", entry)
                .knowing("GET /api/register/v1/entries/{id}/lookups", entry)
                .knowing("POST /api/register/v1/entries/{id}/reviews", entry)
                .knowing("GET /api/register/v1/entries/{id}/history", entry)
                .knowing("POST /api/register/v1/entries/{id}/transfers", entry)
                .sending(
                        "POST /api/register/v1/entries/{id}/transfers",
                        "{\"toAgency\":\"GB-LEEDS\",\"reason\":\"child-moved\"}")
                .sending("POST /api/register/v1/entries", Scene.newEntry(UUID.randomUUID()))
                .sending(
                        "PUT /api/register/v1/agencies/{code}",
                        "{\"name\":\"Tried\",\"country\":\"GB\",\"type\":\"police\"}")
                .sending(
                        "PUT /api/register/v1/desks/{code}",
                        "{\"agency\":\"GB-KENT\",\"name\":\"Tried\",\"kind\":\"national\",\"phone\":\"+44 20 5550 0100\","
                                + "\"email\":\"desk@example.org\",\"hours\":\"day\",\"languages\":[\"en\"]}")
                .knowing("PUT /api/register/v1/areas/{code}", "GB-ENG")
                .sending("PUT /api/register/v1/areas/{code}", "{\"country\":\"GB\",\"name\":\"England, tried\"}")
                .knowing("PUT /api/register/v1/harms/{code}", "other")
                .knowing("PUT /api/register/v1/place-rules/{place}", "ANY")
                .knowing("PUT /api/register/v1/retention-rules/{place}", "ANY")
                .knowing("PUT /api/register/v1/legal-bases/{code}", "tried-1")
                .knowing("POST /api/register/v1/directory-changes/{id}/confirmations", change)
                .knowing("POST /api/register/v1/directory-changes/{id}/refusals", change)
                .knowing("POST /api/register/v1/directory-changes/{id}/withdrawals", change)
                .knowing("PUT /api/register/v1/agencies/{code}", "GB-TRIED")
                .knowing("PUT /api/register/v1/desks/{code}", "GB-TRIED")
                .knowing("PUT /api/register/v1/measures/{code}", "GB-TRIED")
                .sending(
                        "PUT /api/register/v1/measures/{code}",
                        "{\"country\":\"GB-ENG\",\"name\":\"tried\",\"language\":\"en\",\"class\":\"registered-plan\"}")
                .sending(
                        "PUT /api/register/v1/agreements/{id}",
                        "{\"countries\":[\"GB\",\"FR\"],\"basis\":\"tried\",\"level\":\"request\","
                                + "\"purposes\":[\"CP-ASSESS\"],\"validFrom\":\"2020-01-01\"}")
                .sending("POST /api/register/v1/checks", Scene.ANNA)
                .sending("POST /api/register/v1/disclosures", "{\"handle\":\"" + UUID.randomUUID() + "\"}")
                .knowing("GET /api/register/v1/entries/{id}/exclusions", entry)
                .alsoAs(
                        Tokens.person("tries-review")
                                .agency("GB-KENT")
                                .country("GB")
                                .roles("supervisor", "practitioner")
                                .purposes("CP-EMERGENCY"),
                        "CP-EMERGENCY")
                .sending("PUT /api/register/v1/entries/{id}/birth", "{\"bornOn\":\"2020-01-01\"}")
                .alsoAs(Scene.sarah(), "CP-PLAN")
                .alsoAs(Scene.claire("claire-tries"), Scene.ASSESS)
                .verify();

        // Then
        assertThat(tried).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void a_parameter_that_nobody_reads_is_ignored_nowhere() throws SQLException {
        Scene.directory();
        assertThat(EveryParameter.ignored()).isEmpty();
    }

    @Test
    void what_the_document_lists_is_known() throws SQLException {
        Scene.directory();
        assertThat(EveryParameter.tried()).contains("GET /api/register/v1/policies/explanations?about");
        assertThat(EveryParameter.refused()).isEmpty();
    }
}
