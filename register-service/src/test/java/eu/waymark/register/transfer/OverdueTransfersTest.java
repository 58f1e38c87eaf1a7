package eu.waymark.register.transfer;

import static eu.waymark.register.transfer.Moves.PURPOSE;
import static eu.waymark.register.transfer.Moves.TRANSFERS;
import static eu.waymark.register.transfer.Moves.accept;
import static eu.waymark.register.transfer.Moves.kent;
import static eu.waymark.register.transfer.Moves.leeds;
import static eu.waymark.register.transfer.Moves.proposed;
import static eu.waymark.register.transfer.Moves.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class OverdueTransfersTest {

    @Inject
    WatchingTransfers watching;

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void bothAgenciesAndTheirInspectorateAreToldOnceThoughReplicasWatchTogether() throws SQLException {
        // Given
        agency("GB-INSPECT", "inspectorate", "");
        var entry = Moves.entry();
        var id = proposed(entry);
        var inTime = proposed();
        ranOut(id);

        // When
        IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.runAsync(watching::run))
                .toList()
                .forEach(CompletableFuture::join);
        watching.run();

        // Then
        assertThat(reminders(kent(), id)).isEqualTo(1);
        assertThat(reminders(leeds(), id)).isEqualTo(1);
        assertThat(reminders(Moves.worker("ingrid", "GB-INSPECT", "manager"), id))
                .isEqualTo(1);
        assertThat(reminders(leeds(), inTime)).isZero();
        assertThat(Scene.events("service:register-service"))
                .contains("register.transfer.overdue")
                .contains(id);
        Api.as(leeds(), PURPOSE)
                .queryParam("overdue", true)
                .queryParam("limit", 200)
                .get(TRANSFERS)
                .then()
                .body("items.findAll { it.id == '" + id + "' }.size()", is(1))
                .body("items.findAll { it.id == '" + inTime + "' }.size()", is(0));

        // Then: the old holder is still responsible, and it can still be taken
        Moves.readEntry(kent(), entry).body("holder", is("GB-KENT"));
        int seen = Moves.read(leeds(), id).extract().path("version");
        receive(leeds(), id, seen).statusCode(200);
        accept(leeds(), id, seen + 1).statusCode(200);
    }

    @Test
    void aDecidedTransferIsNeverOverdue() throws SQLException {
        var id = proposed();
        ranOut(id);
        Moves.withdraw(kent(), id, 0).statusCode(200);
        watching.run();
        assertThat(reminders(kent(), id)).isZero();
    }

    @Test
    void theClockStartsWhereTheReceivingAgencyCountsFrom() {
        // Given: Leeds counts from the reception
        clockStart("information-received");
        var id = proposed();
        Moves.read(leeds(), id)
                .body("clockRule", is("EN-TIN"))
                .body("clockStart", is("information-received"))
                .body("dueOn", nullValue());

        // When
        receive(leeds(), id, 0).statusCode(200).body("dueOn", notNullValue());

        // Then
        Scene.directory();
        Moves.read(leeds(), proposed())
                .body("clockStart", is("referral-received"))
                .body("dueOn", notNullValue());
    }

    private static void clockStart(String event) {
        agency("GB-LEEDS", "child-protection", ",\"transferClockStart\":\"" + event + "\"");
        Api.as(Scene.rita()).get("/api/register/v1/agencies/GB-LEEDS").then().body("transferClockStart", is(event));
    }

    private static void agency(String code, String type, String more) {
        Scene.changed(
                "agencies/" + code,
                "{\"name\":\"" + code + "\",\"country\":\"GB\",\"type\":\"" + type + "\"" + more + "}");
    }

    private static void ranOut(String id) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("update guarded.transfer set due_on = current_date - 1,"
                    + " due_until = now() - interval '1 minute' where id = '" + id + "'");
        }
    }

    private static int reminders(Tokens by, String id) {
        return Api.as(by, PURPOSE)
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path(
                        "items.findAll { it.reference == '" + id + "' && it.kind == 'transfer-overdue' }.size()");
    }
}
