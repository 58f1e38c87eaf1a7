package eu.waymark.identity;

import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.EveryEndpoint;
import eu.waymark.platform.testing.EveryParameter;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** No operation answers without an event. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class EveryEndpointTest {

    @Test
    void whoEnforcesImmigrationLawGetsIntoNothing() {
        // Given
        var person = Children.recorded(
                Callers.of("GB-TRIES", "practitioner", Children.PURPOSE), named("Ottilia", "Fairweather", "2013", 2));

        // When
        var doors = EveryEndpoint.except("POST /internal/v1/events", "GET /api/identity/v1/model")
                .knowing("GET /api/identity/v1/persons/{id}", person)
                .knowing("GET /api/identity/v1/persons/{id}/history", person)
                .knowing("GET /api/identity/v1/persons/{id}/subject-access", person);

        // Then
        assertThat(doors.openToEnforcement()).isEmpty();
        assertThat(doors.openToProtection()).hasSizeGreaterThan(5);
    }

    @Test
    void everyAnswerLeavesATrace() throws SQLException {
        // Given
        var person = Children.recorded(
                Callers.of("GB-TRIES", "practitioner", Children.PURPOSE), named("Ottoline", "Fairweather", "2013", 2));

        // When: all but the intake of facts and the model, which show nothing
        var tried = EveryEndpoint.except("POST /internal/v1/events", "GET /api/identity/v1/model")
                .knowing("GET /api/identity/v1/persons/{id}", person)
                .knowing("PUT /api/identity/v1/persons/{id}", person)
                .knowing("GET /api/identity/v1/persons/{id}/history", person)
                .knowing("GET /api/identity/v1/persons/{id}/subject-access", person)
                .knowing("POST /api/identity/v1/persons/{id}/restriction", person)
                .knowing("GET /api/identity/v1/persons/{id}/restriction", person)
                .knowing("GET /internal/v1/persons/{id}", person)
                .knowing("POST /api/identity/v1/persons/{id}/erasure", person)
                .knowing("GET /api/identity/v1/persons/{id}/erasure", person)
                .knowing("POST /api/identity/v1/persons/{id}/erasure/approval", person)
                .sending("POST /internal/v1/searches", named("Ottoline", "Fairweather", "2013", 2))
                .alsoAs(Callers.leeds().client("register-service"), Children.PURPOSE)
                .alsoAs(Callers.of("GB-TRIES", "manager", "SUBJECT-ACCESS"), "SUBJECT-ACCESS")
                .verify();

        // Then
        assertThat(tried).hasSizeGreaterThanOrEqualTo(13);
    }

    @Test
    void aParameterThatNobodyReadsIsIgnoredNowhere() {
        assertThat(EveryParameter.ignored()).isEmpty();
    }

    @Test
    void whatTheDocumentListsIsKnown() {
        assertThat(EveryParameter.tried()).contains("GET /api/identity/v1/persons?limit");
        assertThat(EveryParameter.refused()).isEmpty();
    }
}
