package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.persistence.fake.FakeAuditLog;
import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.FakeTree;
import eu.waymark.platform.persistence.fake.Outbox;
import eu.waymark.platform.persistence.relay.AuditRelay.Turn;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class WitnessTest extends RelayTest {

    private static final String NAME = FakeTree.ORIGIN + "/platform-persistence";

    @Test
    void a_checkpoint_is_verified_stored_cosigned_and_brought_back_in_one_turn() throws SQLException {
        Outbox.write(3, "note.read");

        relay.run();

        var brought = SignedNote.parse(log.shownNotes().getLast());
        assertThat(brought.verify(List.of(witnessKey().verifierKey()))).hasSize(1);
        assertThat(brought.verify(List.of(FakeTree.LOG.verifierKey()))).hasSize(1);
        assertThat(Outbox.texts(
                        "select size || ' ' || (note = '" + log.shownNotes().getLast() + "') from audit_witness"))
                .containsExactly("3 true");
    }

    @Test
    void it_follows_the_log_from_checkpoint_to_checkpoint() throws SQLException {
        for (var size = 1; size <= 5; size++) {
            Outbox.write("note.read");
            assertThat(relay.run()).isEqualTo(Turn.DONE);
            assertThat(witnessed()).isEqualTo(size);
        }
    }

    @Test
    void a_checkpoint_that_stays_is_cosigned_once() throws SQLException {
        Outbox.write("note.read");
        relay.run();
        relay.run();
        relay.run();
        assertThat(log.shownNotes()).hasSize(3).containsOnly(log.shownNotes().getFirst());
    }

    @Test
    void what_was_stored_before_a_crash_is_cosigned_after_it() throws SQLException {
        // Given
        Outbox.write("note.read");
        relay.run();
        Outbox.execute("update audit_witness set note = '" + log.checkpoint() + "'");

        // When
        relay.run();

        // Then
        assertThat(Outbox.texts("select note from audit_witness").getFirst()).contains("— " + NAME + " ");
    }

    @Test
    void cosignatures_of_others_are_kept_and_shown_and_none_in_our_own_name() throws SQLException {
        // Given
        Outbox.write("note.read");
        relay.run();
        var text = SignedNote.parse(log.checkpoint()).text();
        var other = NoteSigner.witness(FakeTree.ORIGIN + "/register-service", FakeTree.seed(3), Clock.systemUTC());
        var forged = witnessKey().sign("another text\n").line();
        log.cosignature(other.sign(text).line());
        log.cosignature(forged);

        // When
        relay.run();
        relay.run();

        // Then
        var shown = SignedNote.parse(log.shownNotes().getLast());
        assertThat(shown.verify(List.of(other.verifierKey(), witnessKey().verifierKey())))
                .hasSize(2);
        assertThat(shown.signatures()).hasSize(3);
    }

    @Test
    void a_signature_of_another_key_is_refused_and_closes_nothing() throws SQLException {
        Outbox.write("note.read");
        log.signWith(FakeTree.ANOTHER_KEY);
        var before = faults("checkpoint-unsigned");

        relay.run();

        assertThat(Outbox.number("select count(*) from audit_witness")).isZero();
        assertThat(log.shownNotes()).isEmpty();
        assertThat(faults("checkpoint-unsigned")).isEqualTo(before + 1);
        assertThat(unresolved()).isEmpty();
    }

    @Test
    void what_is_no_checkpoint_at_all_is_refused() throws SQLException {
        Outbox.write("note.read");
        log.show("nonsense");
        var before = faults("checkpoint-unsigned");
        relay.run();
        assertThat(faults("checkpoint-unsigned")).isEqualTo(before + 1);
    }

    @Test
    void a_rewritten_history_is_not_cosigned_and_closes_content() throws SQLException {
        // Given
        Outbox.write(3, "note.read");
        relay.run();
        log.alter(1);
        Outbox.write("note.read");

        // When
        relay.run();

        // Then
        assertThat(witnessed()).isEqualTo(3);
        assertThat(unresolved()).containsExactly("checkpoint-inconsistent");
        assertThat(Outbox.texts("select evidence from audit_fault").getFirst())
                .as("the note that the log signed is the evidence")
                .startsWith(FakeTree.ORIGIN + "\n4\n");
        assertThat(log.shownNotes().getLast()).startsWith(FakeTree.ORIGIN + "\n3\n");
    }

    @Test
    void two_roots_of_one_size_are_proof() throws SQLException {
        Outbox.write(3, "note.read");
        relay.run();
        log.alter(1);

        relay.run();

        assertThat(unresolved()).containsExactly("checkpoint-forked");
        assertThat(Outbox.texts("select root from audit_witness"))
                .doesNotContain("\\x" + log.tree().leaves().getFirst().hex());
    }

    @Test
    void a_smaller_checkpoint_that_the_log_can_link_is_no_harm() throws SQLException {
        Outbox.write(2, "note.read");
        relay.run();
        var older = log.checkpoint();
        Outbox.write(2, "note.read");
        relay.run();
        log.show(older);
        var before = faults("checkpoint-behind");

        assertThat(relay.run()).isEqualTo(Turn.DONE);

        assertThat(witnessed()).as("never back").isEqualTo(4);
        assertThat(faults("checkpoint-behind")).isEqualTo(before);
        assertThat(unresolved()).isEmpty();
    }

    @Test
    void a_smaller_checkpoint_of_another_history_is_proof() throws SQLException {
        Outbox.write(4, "note.read");
        relay.run();
        log.alter(0);
        log.show(log.tree().checkpoint(2, FakeTree.LOG).encoded());

        relay.run();

        assertThat(unresolved()).containsExactly("checkpoint-inconsistent");
        assertThat(witnessed()).isEqualTo(4);
    }

    @Test
    void a_smaller_checkpoint_that_the_log_cannot_link_raises_the_alarm() throws SQLException {
        Outbox.write(4, "note.read");
        relay.run();
        log.loseFrom(2);
        var before = faults("checkpoint-behind");

        relay.run();

        assertThat(faults("checkpoint-behind")).isEqualTo(before + 1);
        assertThat(witnessed()).isEqualTo(4);
    }

    @Test
    void without_a_proof_nothing_is_believed_and_nothing_is_alleged() throws SQLException {
        Outbox.write(2, "note.read");
        relay.run();
        Outbox.write("note.read");
        log.fail(FakeAuditLog.CONSISTENCY, 503, "busy");

        assertThat(relay.run()).isEqualTo(Turn.FAILED);
        assertThat(witnessed()).isEqualTo(2);
        assertThat(unresolved()).isEmpty();

        log.mend();
        assertThat(relay.run()).isEqualTo(Turn.DONE);
        assertThat(witnessed()).isEqualTo(3);
    }

    @Test
    void with_proof_against_the_log_nothing_is_cosigned_until_an_operator_has_decided() throws SQLException {
        // Given
        Outbox.write(3, "note.read");
        relay.run();
        log.show(new FakeTree(log.tree().leaves().reversed())
                .checkpoint(3, FakeTree.LOG)
                .encoded());
        relay.run();
        log.show(null);
        Outbox.write("note.read");

        // When
        relay.run();
        assertThat(witnessed()).isEqualTo(3);
        Outbox.execute("select audit_resolve_faults('CASE-2026/17')");
        relay.run();

        // Then
        assertThat(witnessed()).isGreaterThanOrEqualTo(4);
        assertThat(unresolved()).isEmpty();
        assertThat(log.leaves().getLast().type()).isEqualTo("source.faults.resolved");
        assertThat(log.leaves().getLast().event().path("notes").path("faults").asText())
                .isEqualTo("checkpoint-forked");
    }

    @Test
    void the_database_itself_does_not_let_a_witness_step_back() throws SQLException {
        Outbox.write(3, "note.read");
        relay.run();
        try (var connection = Database.asRelay();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update audit_witness set size = 2"))
                    .hasMessageContaining("does not step back");
            assertThatThrownBy(() -> statement.execute("update audit_witness set root = sha256('another')"))
                    .hasMessageContaining("does not step back");
            assertThatThrownBy(() -> statement.execute("delete from audit_witness"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("update audit_fault set resolved_at = now()"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static long witnessed() throws SQLException {
        return Outbox.number("select size from audit_witness");
    }

    private static List<String> unresolved() throws SQLException {
        return Outbox.texts("select code from audit_fault where resolved_at is null");
    }

    private static NoteSigner witnessKey() {
        var seed = ConfigProvider.getConfig().getValue("waymark.secrets.witness-seed", String.class);
        return NoteSigner.witness(NAME, Base64.getDecoder().decode(seed), Clock.systemUTC());
    }
}
