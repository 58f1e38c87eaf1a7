package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.persistence.note.SilentResource;
import eu.waymark.platform.testing.EveryEndpoint;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract that every service's operations are held to catches one that leaves no trace. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class EveryEndpointTest {

    private static final String SILENT = "GET /api/notes/v1/silent/{id}";

    @Test
    void anEndpointWithoutAnEventIsCaught() {
        assertThatThrownBy(() -> trying(open()).verify())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(SILENT + ": answered 200 without an event")
                .hasMessageNotContaining("/api/notes/v1/notes");
    }

    @Test
    void theOthersPass() throws SQLException {
        assertThat(trying(open(SILENT)).verify()).contains("GET /api/notes/v1/notes/{id}");
    }

    @Test
    void anExceptionThatIsNotThereIsCaught() {
        assertThatThrownBy(() -> trying(open(SILENT, "GET /api/gone")).verify())
                .hasMessageContaining("GET /api/gone: is excepted and not there");
    }

    @Test
    void anEndpointThatNobodyGetsIntoIsNoProof() {
        assertThatThrownBy(() -> trying(open(SILENT))
                        .sending("POST /api/notes/v1/notes", "{\"text\":\"\"}")
                        .verify())
                .hasMessageContaining("POST /api/notes/v1/notes: nobody got into it");
    }

    @Test
    void anEndpointThatFailsIsCaughtThoughItNeedsNoEvent() {
        assertThatThrownBy(() -> trying(open(SILENT))
                        .knowing(SILENT, SilentResource.UNFORESEEN)
                        .verify())
                .hasMessageContaining(SILENT + ": failed");
    }

    private static EveryEndpoint trying(String... open) {
        return EveryEndpoint.except(open)
                .sending("POST /api/notes/v1/notes", "{\"text\":\"Seen.\"}")
                .sending("PUT /api/notes/v1/notes/{id}", "{\"text\":\"Seen.\"}");
    }

    private static String[] open(String... more) {
        var open = new ArrayList<>(List.of(
                "POST /internal/v1/events",
                "GET /api/notes/v1/asked",
                "GET /api/notes/v1/asked/nothing",
                "GET /api/notes/v1/asked/freely"));
        open.addAll(List.of(more));
        return open.toArray(String[]::new);
    }
}
