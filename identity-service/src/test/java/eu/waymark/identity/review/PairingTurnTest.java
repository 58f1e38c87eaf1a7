package eu.waymark.identity.review;

import static eu.waymark.identity.review.Border.doubled;
import static eu.waymark.identity.review.Border.queue;
import static eu.waymark.identity.review.Border.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine compares; people go on. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class PairingTurnTest {

    /** Of the lock of links. */
    private static final String WAITS_FOR_LINKS =
            "select pid::text from pg_locks where locktype = 'advisory' and objid = 1463900492 and not granted";

    @Inject
    FindingPairs finding;

    private Border border;

    @BeforeEach
    void twoAgencies() {
        border = new Border(finding);
    }

    @Test
    void whatIsCorrectedWhileItIsComparedWaitsForNobodyAndIsComparedOnceMore() throws Exception {
        // Given: a pair, and somebody who is like neither of the two
        recorded(border.leeds, border.given, border.family, border.birth);
        recorded(border.rotterdam, border.misspelt, border.family, border.birth);
        var other = recorded(border.leeds, "Quirin", "Abendroth", "2009-01-30");

        try (var somebody = Database.asOwner();
                var machine = Executors.newSingleThreadExecutor()) {
            // When: somebody decides about links, and the machine has compared and waits for them
            somebody.setAutoCommit(false);
            lock(somebody);
            var turn = machine.submit(finding::run);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !Rows.of(WAITS_FOR_LINKS).isEmpty());

            // Then: nobody who corrects a record waits for either
            border.correct(other, 1, "was-wrong", doubled(border.given, 4), "");

            // When
            somebody.commit();
            turn.get();
        }

        // Then: as it says now, it is like both
        queue(border.rotterdam).body("items", hasSize(2));
    }

    @Test
    void aPlaceThatARecordHasNoMoreEndsNoWaiting() throws SQLException {
        // Given
        var record = recorded(border.leeds, border.given, border.family, border.birth);
        var place = place(record);

        // When
        border.correct(record, 1, "more-known", border.given, ",\"languages\":[\"de\"]");

        // Then
        assertThat(place(record)).isGreaterThan(place);
        finding.run();
        assertThat(waiting()).isEmpty();
    }

    private static long place(String record) throws SQLException {
        return Long.parseLong(Rows.of("select order_no from guarded.pairing where record_id = '" + record + "'")
                .getFirst());
    }

    private List<String> waiting() throws SQLException {
        return Rows.of("select record_id from guarded.pairing where record_id in"
                + " (select id from guarded.person where agency like '%" + border.suffix + "')");
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select lock_links()");
        }
    }
}
