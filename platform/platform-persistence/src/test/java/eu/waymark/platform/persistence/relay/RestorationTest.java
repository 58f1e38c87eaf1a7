package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.fake.FakeAuditLog;
import eu.waymark.platform.persistence.fake.FakeLeaf;
import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.FakeTree;
import eu.waymark.platform.persistence.fake.Outbox;
import eu.waymark.platform.persistence.relay.AuditRelay.Turn;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class RestorationTest extends RelayTest {

    private static final String RESTORATION = "/restoration";

    @Test
    void the_logs_own_leaves_are_copied_once_each_and_found_in_it() throws SQLException {
        // Given
        var sealed = new FakeLeaf(
                "audit-service", 1, 1, FakeLeaf.some("audit-service", 1).body(), new byte[] {7});
        log.append(sealed);
        Outbox.write(2, "note.read");
        relay.run();
        log.append(FakeLeaf.some("audit-service", 2));

        // When
        relay.run();
        relay.run();

        // Then
        assertThat(Outbox.texts("select leaf_index || ' ' || seq || ' ' || coalesce(encode(sealed, 'hex'), '-')"
                        + " from audit_copy order by leaf_index"))
                .containsExactly("0 1 07", "3 2 -");
        assertThat(Outbox.number("select count(*) from audit_copy where covered_size is null"))
                .isZero();
    }

    @Test
    void a_copy_that_is_not_in_the_log_is_proof() throws SQLException {
        log.append(FakeLeaf.some("audit-service", 1), FakeLeaf.some("audit-service", 2));
        log.alter(1);
        relay.run();
        assertThat(Outbox.texts("select code from audit_fault")).containsExactly("leaf-missing");
        assertThat(Outbox.texts("select leaf_index from audit_copy where covered_size is null"))
                .containsExactly("1");
    }

    @Test
    void a_log_that_was_rolled_back_becomes_what_it_was() throws SQLException {
        // Given
        log.append(FakeLeaf.some("audit-service", 1));
        Outbox.write(700, "note.read");
        relay.run();
        log.append(FakeLeaf.some("audit-service", 2));
        Outbox.write(3, "note.read");
        relay.run();
        relay.run();
        var leaves = log.leaves();
        var root = log.tree().checkpoint(leaves.size(), FakeTree.LOG);
        log.rollBack(1);

        // When
        relay.run();
        relay.run();

        // Then
        assertThat(log.tree().checkpoint(leaves.size(), FakeTree.LOG)).isEqualTo(root);
        assertThat(Outbox.number("select count(*) from audit_fault")).isZero();
        Outbox.write("note.read");
        assertThat(relay.run()).as("the source goes on").isEqualTo(Turn.DONE);
        assertThat(log.leaves()).hasSize(leaves.size() + 1);
    }

    @Test
    void what_the_others_hold_is_waited_for_without_sending_all_again() throws SQLException {
        // Given a log whose second leaf is another source's
        Outbox.write("note.read");
        relay.run();
        log.append(FakeLeaf.some("register-service", 1));
        Outbox.write(1, "note.read");
        relay.run();
        var all = log.tree();
        var missing = log.leaves().get(1);
        log.rollBack(0);

        // When
        relay.run();
        var sent = log.requests(RESTORATION);
        relay.run();
        relay.run();

        // Then it only asks what is missing now
        assertThat(log.requests(RESTORATION) - sent).isEqualTo(2);
        assertThat(log.leaves()).isEmpty();

        // When the other source has sent its own
        log.restore(1, missing);
        relay.run();

        // Then
        assertThat(log.tree()).isEqualTo(all);
        assertThat(relay.run()).isEqualTo(Turn.DONE);
    }

    @Test
    void what_the_log_lost_while_it_was_restored_is_sent_again() throws SQLException {
        Outbox.write("note.read");
        relay.run();
        log.append(FakeLeaf.some("register-service", 1));
        Outbox.write(2, "note.read");
        relay.run();
        var all = log.tree();
        var missing = log.leaves().get(1);
        log.rollBack(0);
        relay.run();

        log.forgetStaged();
        log.restore(1, missing);
        relay.run();

        assertThat(log.tree()).isEqualTo(all);
    }

    @Test
    void events_beyond_what_anybody_had_witnessed_are_sent_anew() throws SQLException {
        // Given a log that acknowledged two events more than it signed
        Outbox.write(2, "note.read");
        relay.run();
        log.fail(FakeAuditLog.WITNESS, 503, "busy");
        Outbox.write(2, "note.written");
        relay.run();
        log.mend();
        log.rollBack(1, 2);

        // When
        relay.run();
        Outbox.write("note.read");
        relay.run();

        // Then
        assertThat(log.leaves()).extracting(FakeLeaf::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(Outbox.number("select count(*) from audit_fault")).isZero();
    }

    @Test
    void leaves_that_contradict_raise_the_alarm_and_no_storm() throws SQLException {
        Outbox.write(2, "note.read");
        relay.run();
        log.rollBack(0);
        log.fail(RESTORATION, 409, "not-restorable");
        var before = faults("restoration-conflict");

        assertThat(relay.run()).isEqualTo(Turn.FAILED);
        assertThat(faults("restoration-conflict"))
                .as("it may just have become whole")
                .isEqualTo(before);
        assertThat(relay.run()).isEqualTo(Turn.FAILED);

        assertThat(faults("restoration-conflict")).isEqualTo(before + 1);
        assertThat(log.requests(RESTORATION)).isEqualTo(2);
        assertThat(log.leaves()).isEmpty();
    }
}
