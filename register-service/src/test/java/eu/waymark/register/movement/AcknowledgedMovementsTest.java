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
import static eu.waymark.register.transfer.Moves.leeds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.transfer.Moves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
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
    void theCentralAuthorityAnswersForADeskThatWasSilent() throws SQLException {
        // Given
        var id = reported(agency("FR-69-CRIP"));
        acknowledge(centralAuthority("FR"), id).statusCode(404);
        overdue(id);

        // When
        acknowledge(centralAuthority("FR"), id).statusCode(200).body("notices[0].acknowledgedAt", notNullValue());

        // Then
        assertThat(told(kent(), "movement-acknowledged", id)).isEqualTo(1);
        acknowledge(lyon(), id).statusCode(200);
        assertThat(told(kent(), "movement-acknowledged", id)).isEqualTo(1);
    }

    @Test
    void whoIsResponsibleNowWaitsForTheAnswers() throws SQLException {
        // Given: Kent tells Lyon, and passes the child on to Leeds
        var entry = Reports.entry();
        var id = Reports.report(kent(), entry, "may-move", agency("FR-69-CRIP"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        read(leeds(), id).statusCode(404);
        Moves.handedOver(entry, "GB-LEEDS");

        // When
        overdue(id);
        acknowledge(lyon(), id).statusCode(200);

        // Then
        assertThat(told(leeds(), "movement-overdue", id)).isEqualTo(1);
        assertThat(told(leeds(), "movement-acknowledged", id)).isEqualTo(1);
        assertThat(told(kent(), "movement-acknowledged", id)).isZero();
        read(leeds(), id)
                .statusCode(200)
                .body("entryId", equalTo(entry))
                .body("notices[0].acknowledgedAt", notNullValue());
        assertThat(listed(leeds())).contains(id);
        read(kent(), id)
                .statusCode(200)
                .body("notices[0].acknowledgedAt", nullValue())
                .body("notices[0].isOverdue", equalTo(false));
        acknowledge(kent(), id).statusCode(403);
    }

    private static List<String> listed(Tokens by) {
        return Api.as(by, Reports.PURPOSE)
                .queryParam("direction", "outgoing")
                .get(Reports.MOVEMENTS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private void overdue(String id) throws SQLException {
        owner("update guarded.movement_notice set due_until = now() - interval '1 minute' where movement_id = '" + id
                + "'");
        watching.run();
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
