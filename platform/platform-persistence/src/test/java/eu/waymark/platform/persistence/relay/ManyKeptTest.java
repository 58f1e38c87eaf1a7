package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.KeptEvents;
import eu.waymark.platform.testing.WaymarkResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Events stay for a week after they were acknowledged: a turn of the relay must not read them all. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class ManyKeptTest extends RelayTest {

    @Inject
    @DataSource("relay")
    AgroalDataSource outboxes;

    @Test
    void what_is_not_acknowledged_is_found_among_many_that_are() throws SQLException {
        var query = OutboxRows.UNACKNOWLEDGED.replaceFirst("\\?", "1").replaceFirst("\\?", "1");
        assertThat(KeptEvents.pagesReadBy(query)).isLessThan(20);
        assertThat(KeptEvents.pagesReadBy(query.replace("epoch + 0 = 1", "epoch = 1")))
                .as("as it was before")
                .isGreaterThan(200);
    }

    @Test
    void what_is_not_covered_is_found_among_many_that_are() throws SQLException {
        assertThat(KeptEvents.pagesReadBy(OutboxRows.COVER)).isLessThan(200);
        assertThat(KeptEvents.pagesOnceReadBy(OutboxRows.COVER.replace("acknowledged_at", "leaf_index")))
                .as("as it was before")
                .isGreaterThan(250);
    }

    @Test
    void a_plan_that_is_kept_from_the_first_day_reads_no_table_through() throws SQLException {
        try (var connection = outboxes.getConnection();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("show enable_seqscan");
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("off");
        }
    }
}
