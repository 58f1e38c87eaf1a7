package eu.waymark.register.transfer;

import static eu.waymark.register.transfer.Moves.leeds;
import static eu.waymark.register.transfer.Moves.proposed;
import static eu.waymark.register.transfer.Moves.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses whoever writes, the service's owner too. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class TransferFloorTest {

    private static final String ACCEPTED = "update guarded.transfer set status = 'accepted', decided_by = 'x',"
            + " decided_at = now(), conference_on = current_date, version = version + 1 where id = '%s'";
    private static final String MOVED =
            "update guarded.entry set holder = 'GB-LEEDS', version = version + 1 where id = '%s'";

    private String entry = "";
    private String transfer = "";

    @BeforeEach
    void aTransferIsReceived() {
        Scene.directory();
        entry = Moves.entry();
        transfer = proposed(entry);
        receive(leeds(), transfer, 0).statusCode(200);
    }

    @Test
    void noHolderChangesWithoutAnAcceptanceInTheSameTransaction() throws SQLException {
        assertThatThrownBy(() -> committed(MOVED.formatted(entry)))
                .hasMessageContaining("by an accepted transfer only");
        assertThatThrownBy(() -> committed(ACCEPTED.formatted(transfer)))
                .hasMessageContaining("an accepted transfer moves the holder");
        assertThat(holder()).isEqualTo("GB-KENT");

        // The twin: both together pass
        committed(ACCEPTED.formatted(transfer), MOVED.formatted(entry));
        assertThat(holder()).isEqualTo("GB-LEEDS");
    }

    @Test
    void anOldAcceptanceMovesNothingTwice() throws SQLException {
        committed(ACCEPTED.formatted(transfer), MOVED.formatted(entry));
        assertThatThrownBy(() -> committed("update guarded.entry set holder = 'GB-KENT' where id = '" + entry + "'"))
                .hasMessageContaining("by an accepted transfer only");
        assertThatThrownBy(
                        () -> committed("update guarded.transfer set decided_by = 'y' where id = '" + transfer + "'"))
                .hasMessageContaining("does not change");
    }

    @Test
    void anEntryHasOneOpenTransferAndDoesNotEndWithinIt() {
        assertThatThrownBy(() -> committed("insert into guarded.transfer (id, entry_id, from_agency, to_agency, reason,"
                        + " status, proposed_by, proposed_at, clock_rule, clock_start, version) values"
                        + " (gen_random_uuid(), '" + entry + "', 'GB-KENT', 'NL-ROT-JB', 'placement', 'proposed', 'x',"
                        + " now(), 'EN-TIN', 'referral-received', 0)"))
                .hasMessageContaining("transfer_one_open");
        assertThatThrownBy(() -> committed("update guarded.entry set status = 'ended', ended_on = current_date,"
                        + " end_reason = 'plan-completed', review_due_on = null where id = '" + entry + "'"))
                .hasMessageContaining("does not end within a transfer");
    }

    @Test
    void aTransferGoesForwardBetweenTheSameTwo() {
        for (var change :
                List.of("to_agency = 'NL-ROT-JB'", "status = 'proposed', received_by = null, received_at = null")) {
            assertThatThrownBy(
                            () -> committed("update guarded.transfer set " + change + " where id = '" + transfer + "'"))
                    .hasMessageContaining("goes forward");
        }
    }

    private String holder() throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("select holder from guarded.entry where id = '" + entry + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void committed(String... changes) throws SQLException {
        try (var owner = Database.asOwner()) {
            owner.setAutoCommit(false);
            change(owner, changes);
            owner.commit();
        }
    }

    private static void change(Connection owner, String... changes) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (var change : changes) {
                statement.execute(change);
            }
        }
    }
}
