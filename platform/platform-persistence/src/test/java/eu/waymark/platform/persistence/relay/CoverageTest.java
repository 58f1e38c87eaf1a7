package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.fake.FakeAuditLog;
import eu.waymark.platform.persistence.fake.FakeLeaf;
import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.Outbox;
import eu.waymark.platform.persistence.relay.AuditRelay.Turn;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class CoverageTest extends RelayTest {

    private static final String UNCOVERED = "select leaf_index from audit_outbox where covered_size is null";
    private static final String UNRESOLVED = "select code from audit_fault where resolved_at is null";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 513, 700})
    void every_acknowledged_event_is_found_in_the_log_among_the_leaves_of_others(int others) throws SQLException {
        // Given
        appendOthers(1, others);
        Outbox.write(3, "note.read");
        relay.run();
        appendOthers(others + 1, others);
        Outbox.write(2, "note.read");

        // When
        relay.run();

        // Then
        assertThat(Outbox.texts(UNCOVERED)).isEmpty();
        assertThat(Outbox.texts("select covered_size from audit_outbox order by seq"))
                .containsExactly(
                        "" + (others + 3),
                        "" + (others + 3),
                        "" + (others + 3),
                        "" + (2 * others + 5),
                        "" + (2 * others + 5));
        assertThat(Outbox.texts(UNRESOLVED)).isEmpty();
    }

    @Test
    void many_are_covered_within_a_turn_or_two() throws SQLException {
        Outbox.write(2_300, "note.read");
        assertThat(relay.run()).as("the first part").isEqualTo(Turn.MORE);
        assertThat(relay.run()).isEqualTo(Turn.DONE);
        assertThat(Outbox.texts(UNCOVERED)).isEmpty();
    }

    @Test
    void an_event_that_was_acknowledged_and_left_out_is_noticed_and_stays() throws SQLException {
        // Given a log that signs a tree with another leaf in the place of ours, from the first checkpoint on
        Outbox.write(5, "note.read");
        log.alter(2);

        // When
        relay.run();

        // Then
        assertThat(Outbox.texts(UNCOVERED)).containsExactly("2");
        assertThat(Outbox.texts(UNRESOLVED)).containsExactly("leaf-missing");
    }

    @Test
    void after_such_proof_content_is_not_read_until_an_operator_has_decided_and_protection_goes_on()
            throws SQLException {
        // Given
        var claire = Tokens.practitioner("FR-69-CRIP", "FR");
        var note = Api.as(claire, "CP-ASSESS")
                .body("{\"text\":\"seen today\"}")
                .post("/api/notes/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        relay.run();
        Api.as(claire, "CP-ASSESS").get(note).then().statusCode(200);
        log.alter(0);

        // When
        relay.run();

        // Then
        Api.as(claire, "CP-ASSESS").get(note).then().statusCode(503);
        Api.as(claire, "CP-ASSESS")
                .body("{\"text\":\"in danger\"}")
                .post("/api/notes/v1/notes")
                .then()
                .statusCode(201);

        Outbox.execute("select audit_resolve_faults('CASE-2026/18')");
        Outbox.execute("delete from audit_witness");
        log.unalter();
        relay.run();
        Api.as(claire, "CP-ASSESS").get(note).then().statusCode(200);
    }

    @Test
    void tiles_that_do_not_lead_to_the_verified_root_cover_nothing() throws SQLException {
        Outbox.write(5, "note.read");
        log.fail(FakeAuditLog.TILE, 503, "busy");
        assertThat(relay.run()).isEqualTo(Turn.FAILED);
        assertThat(Outbox.texts(UNRESOLVED)).as("a log that is busy is no liar").isEmpty();
        log.mend();
        log.serveFalseTiles();

        relay.run();

        assertThat(Outbox.texts(UNCOVERED)).hasSize(5);
        assertThat(Outbox.texts(UNRESOLVED)).containsExactly("leaf-missing");
    }

    @Test
    void an_event_beyond_the_checkpoint_waits_for_the_next() throws SQLException {
        Outbox.write(2, "note.read");
        relay.run();
        var older = log.checkpoint();
        Outbox.write(2, "note.read");
        log.show(older);

        relay.run();
        assertThat(Outbox.texts(UNCOVERED)).containsExactlyInAnyOrder("2", "3");

        log.show(null);
        relay.run();
        assertThat(Outbox.texts(UNCOVERED)).isEmpty();
    }

    @Test
    void a_covered_event_that_is_said_to_stand_elsewhere_is_proof() throws SQLException {
        Outbox.write(2, "note.read");
        relay.run();
        log.loseFrom(0);
        appendOthers(1, 1);
        Outbox.write("note.read");

        relay.run();

        assertThat(Outbox.texts(UNRESOLVED)).contains("leaf-moved");
        assertThat(Outbox.texts("select leaf_index from audit_outbox where covered_size is not null order by seq"))
                .containsExactly("0", "1");
    }

    private void appendOthers(int first, int count) {
        log.append(LongStream.range(first, first + count)
                .mapToObj(seq -> FakeLeaf.some("register-service", seq))
                .toArray(FakeLeaf[]::new));
    }
}
