package eu.waymark.platform.persistence.metric;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class BacklogGaugesTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @DataSource("relay")
    AgroalDataSource relay;

    @BeforeEach
    @AfterEach
    void empty() throws SQLException {
        owner(
                "delete from fact_outbox; delete from fact_cursor; delete from fact_dead_letter; delete from audit_witness");
    }

    @Test
    void nothing_waits_where_nothing_was_told() {
        measure("somebody");
        assertThat(value("waymark.facts.waiting")).isZero();
        assertThat(value("waymark.facts.dead.letters")).isZero();
        assertThat(value("waymark.audit.checkpoint.age")).isZero();
    }

    @Test
    void the_oldest_fact_that_one_subscriber_has_not_taken_counts() throws SQLException {
        // Given two facts, of which one subscriber has taken both and the other the first
        fact(1, "1 hour");
        fact(2, "10 minutes");
        owner("insert into fact_cursor values ('quick', 2), ('slow', 1)");

        // When
        measure("quick", "slow");

        // Then
        assertThat(value("waymark.facts.waiting")).isBetween(599.0, 700.0);
        measureAgain("quick");
        assertThat(value("waymark.facts.waiting")).isZero();
    }

    @Test
    void a_subscriber_that_has_taken_nothing_yet_waits_for_the_first_fact() throws SQLException {
        fact(1, "1 hour");
        measure("new");
        assertThat(value("waymark.facts.waiting")).isBetween(3599.0, 3700.0);
    }

    @Test
    void dead_letters_and_the_age_of_the_checkpoint_are_shown() throws SQLException {
        owner("insert into fact_dead_letter values ('slow', gen_random_uuid(), gen_random_uuid(), 422, now());"
                + " insert into audit_witness (size, root, note, verified_at)"
                + " values (1, decode(repeat('00', 32), 'hex'), 'note', now() - interval '7 minutes')");
        measure("slow");
        assertThat(value("waymark.facts.dead.letters")).isEqualTo(1);
        assertThat(value("waymark.audit.checkpoint.age")).isBetween(419.0, 500.0);
    }

    @Test
    void what_cannot_be_measured_is_no_number() throws SQLException {
        // Given
        var gauges = new BacklogGauges(relay, Optional.of(List.of("somebody")), metrics);
        gauges.measure();
        assertThat(value("waymark.facts.waiting")).isZero();

        // When
        owner("alter table fact_cursor rename to fact_cursor_away");
        try {
            gauges.measure();
        } finally {
            owner("alter table fact_cursor_away rename to fact_cursor");
        }

        // Then
        assertThat(value("waymark.facts.waiting")).isNaN();
    }

    private void measureAgain(String... subscribers) {
        metrics.clear();
        measure(subscribers);
    }

    private void measure(String... subscribers) {
        new BacklogGauges(relay, Optional.of(List.of(subscribers)), metrics).measure();
    }

    private double value(String name) {
        return metrics.get(name).gauge().value();
    }

    private static void fact(long position, String ago) throws SQLException {
        owner("insert into fact_outbox (id, type, subject, time, data, position) values (gen_random_uuid(), 'x',"
                + " gen_random_uuid(), now() - interval '" + ago + "', '{}', " + position + ")");
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = Database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
