package eu.waymark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.EveryEndpoint;
import eu.waymark.platform.testing.EveryParameter;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** No operation answers without an event. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class EveryEndpointTest {

    /** Signed sizes and hashes show nothing about anybody; what services bring comes from them. */
    private static final String[] OPEN = {
        "GET /api/audit/v1/log/checkpoint",
        "GET /api/audit/v1/log/key",
        "GET /api/audit/v1/log/policy",
        "GET /api/audit/v1/log/tile/{path}",
        "GET /api/audit/v1/log/consistency",
        "POST /internal/v1/events",
        "POST /internal/v1/sources/{source}/events",
        "POST /internal/v1/sources/{source}/witness",
        "POST /internal/v1/sources/{source}/restoration"
    };

    @Test
    void everyAnswerLeavesATrace() throws SQLException {
        // Given
        var event = SampleEvent.of(SampleEvent.freshSource(), 1).agent("agency", "GB-TRIES");
        AuditLog.append(event.source(), event);

        // When
        var tried = EveryEndpoint.except(OPEN)
                .knowing("GET /api/audit/v1/events/{id}", event.id())
                .knowing("GET /api/audit/v1/events/{id}/details", event.id())
                .knowing("GET /api/audit/v1/events/{id}/proof", event.id())
                .knowing("GET /api/audit/v1/log/tile/entries/{path}", "000.p/1")
                .alsoAs(
                        Tokens.person("inspector")
                                .agency("GB-TRIES")
                                .country("GB")
                                .roles("compliance")
                                .purposes("INSPECTION"),
                        "INSPECTION")
                .verify();

        // Then
        assertThat(tried).hasSizeGreaterThanOrEqualTo(5);
    }

    /** But for the tiles, whose path is read as it was sent. */
    @Test
    void aParameterThatNobodyReadsIsIgnoredNowhere() {
        assertThat(EveryParameter.ignored(
                        "GET /api/audit/v1/log/tile/{path}", "GET /api/audit/v1/log/tile/entries/{path}"))
                .isEmpty();
    }

    @Test
    void whatTheDocumentListsIsKnown() {
        assertThat(EveryParameter.tried()).contains("GET /api/audit/v1/events?subject");
        assertThat(EveryParameter.refused()).isEmpty();
    }
}
