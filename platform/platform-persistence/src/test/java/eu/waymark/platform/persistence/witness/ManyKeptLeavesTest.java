package eu.waymark.platform.persistence.witness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.KeptEvents;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A witness looks for what it has not found in the log yet, and not through all that it keeps. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class ManyKeptLeavesTest {

    @Test
    void what_is_not_covered_is_found_among_many_leaves_that_are() throws SQLException {
        var query = UncoveredLeaves.Kind.EVENTS.uncovered.replace("?", "1000000");
        var before = query.replace("acknowledged_at is not null", "leaf_index is not null")
                .replace("leaf_index + 0", "leaf_index");
        assertThat(KeptEvents.pagesReadBy(query)).isLessThan(20);
        assertThat(KeptEvents.pagesOnceReadBy(before)).as("as it was before").isGreaterThan(200);
    }
}
