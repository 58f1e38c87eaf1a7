package eu.waymark.register.movement;

import static eu.waymark.register.movement.Reports.acknowledge;
import static eu.waymark.register.movement.Reports.agency;
import static eu.waymark.register.movement.Reports.centralAuthority;
import static eu.waymark.register.movement.Reports.kent;
import static eu.waymark.register.movement.Reports.lyon;
import static eu.waymark.register.movement.Reports.owner;
import static eu.waymark.register.movement.Reports.read;
import static eu.waymark.register.movement.Reports.reported;
import static eu.waymark.register.movement.Reports.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of a move says that it knows, or its central authority is told (R8). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class AcknowledgedMovementsTest {

    @Inject
    WatchingMovements watching;

    @BeforeEach
    void directory() {
        Reports.directory();
    }

    @Test
    void whoAcknowledgesFirstStaysOnRecord() throws Exception {
        // Given
        var id = reported(agency("FR-69-CRIP"));
        acknowledge(kent(), id).statusCode(403);

        // When
        Callable<Integer> one = () -> acknowledge(lyon(), id).extract().statusCode();
        Callable<Integer> other = () -> acknowledge(Reports.worker("paul", "FR-69-CRIP", "manager"), id)
                .extract()
                .statusCode();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(IntStream.range(0, 6)
                    .mapToObj(i -> i % 2 == 0 ? one : other)
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        // Then
        assertThat(told(kent(), "movement-acknowledged", id)).isEqualTo(1);
        read(kent(), id).body("notices[0].acknowledgedBy", containsString("Name of"));
    }

    @Test
    void whatNobodyAcknowledgesInTimeGoesToTheCentralAuthorityOnce() throws SQLException {
        // Given
        var id = reported(agency("FR-69-CRIP"));
        read(centralAuthority("FR"), id).statusCode(404);
        owner("update guarded.movement_notice set due_until = now() - interval '1 minute' where movement_id = '" + id
                + "'");

        // When
        watching.run();
        watching.run();

        // Then
        assertThat(told(centralAuthority("FR"), "movement-overdue", id)).isEqualTo(1);
        assertThat(told(kent(), "movement-overdue", id)).isEqualTo(1);
        read(kent(), id).body("notices[0].escalatedTo", equalTo("FR-CA")).body("notices[0].isOverdue", equalTo(true));
        read(centralAuthority("FR"), id).statusCode(200);
        acknowledge(lyon(), id).statusCode(200);
    }

    @Test
    void whatIsAcknowledgedIsNeverOverdue() throws SQLException {
        var id = reported(agency("FR-69-CRIP"));
        acknowledge(lyon(), id).statusCode(200);
        owner("update guarded.movement_notice set due_until = now() - interval '1 minute' where movement_id = '" + id
                + "'");
        watching.run();
        assertThat(told(kent(), "movement-overdue", id)).isZero();
    }
}
