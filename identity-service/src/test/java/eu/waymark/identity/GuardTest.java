package eu.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.GuardContract;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class GuardTest {

    private static final String INSERT = """
            insert into search (id, actor, agency, demographics_hash, expires_at)
            values (gen_random_uuid(), 'nobody', 'GB-LDS', decode(repeat('00', 32), 'hex'), now())""";

    @Test
    void childDataCannotBeReachedWithoutAPermit() throws SQLException {
        assertThat(GuardContract.verify())
                .containsExactly(
                        "age_move",
                        "edge",
                        "erased_person",
                        "erasure",
                        "erasure_confirmation",
                        "hot_key",
                        "identity_heir",
                        "identity_member",
                        "import_job",
                        "import_rejection",
                        "name_variant",
                        "name_word",
                        "pair_review",
                        "pair_review_asking",
                        "pair_review_opening",
                        "pair_review_unsure",
                        "pairing",
                        "person",
                        "person_change",
                        "person_index",
                        "person_key",
                        "person_version",
                        "person_word",
                        "restriction",
                        "sealed_link",
                        "sealed_link_worker",
                        "search",
                        "search_candidate");
    }

    @Test
    void childDataCannotBeWrittenWithoutAPermit() throws SQLException {
        try (var app = Database.asApp();
                var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute(INSERT)).hasMessageContaining("without an audit permit");
        }
    }

    @Test
    void thePermitIsWhatWasMissingAndItsEventIsDemanded() throws SQLException {
        try (var app = Database.asApp();
                var statement = app.createStatement()) {
            // Given
            app.setAutoCommit(false);
            statement.execute("select audit_open_permit()");

            // When
            statement.execute(INSERT);

            // Then
            assertThatThrownBy(app::commit).hasMessageContaining("wrote no audit event");
        }
    }
}
