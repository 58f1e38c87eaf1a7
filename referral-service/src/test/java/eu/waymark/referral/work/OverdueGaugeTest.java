package eu.waymark.referral.work;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class OverdueGaugeTest {

    private static final String ITEM = """
            insert into guarded.person_key values ('%1$s', '\\x00');
            insert into guarded.work_item (id, kind, reference, person_record_id, agency, started_at, due_at, due_rule, closed_at, outcome, version)
            select gen_random_uuid(), 'referral-decision', gen_random_uuid(), '%1$s', 'x', now() - interval '3 days', due, 'R 1', done,
                   case when done is null then null else 'accepted' end, 0
              from (values (now() - interval '1 day', null), (now() + interval '1 day', null), (now() - interval '1 day', now())) v(due, done)""";

    @Inject
    AgroalDataSource database;

    @Test
    void onlyWhatIsOpenAndPastItsDayCounts() throws SQLException {
        // Given
        var metrics = new SimpleMeterRegistry();
        var gauge = new OverdueGauge(database, metrics);
        gauge.measure();
        var before = metrics.get("waymark.work.overdue").gauge().value();
        var person = UUID.randomUUID();

        // When one is overdue, one is not, and one was done late
        owner(ITEM.formatted(person));
        gauge.measure();
        var after = metrics.get("waymark.work.overdue").gauge().value();
        owner("delete from guarded.person_key where person_record_id = '" + person + "'");

        // Then
        assertThat(after - before).isEqualTo(1);
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = Database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
