package eu.waymark.platform.persistence.witness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.FakeTree;
import eu.waymark.platform.persistence.fake.Outbox;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class WitnessedCheckpointTest {

    @Inject
    WitnessedCheckpoint checkpoint;

    private Connection relay;

    @BeforeEach
    void connect() throws SQLException {
        Outbox.clear();
        relay = Database.asRelay();
    }

    @AfterEach
    void close() throws SQLException {
        relay.close();
    }

    @Test
    void it_takes_a_newer_checkpoint_in_place_of_the_one_it_was_compared_with() throws SQLException {
        assertThat(checkpoint.advance(relay, Optional.empty(), of(3))).isTrue();
        assertThat(checkpoint.advance(relay, Optional.of(of(3)), of(5))).isTrue();
        assertThat(checkpoint.read(relay)).contains(of(5));
    }

    @Test
    void a_replica_that_compared_with_an_older_one_changes_nothing() throws SQLException {
        // Given
        checkpoint.advance(relay, Optional.empty(), of(3));
        checkpoint.advance(relay, Optional.of(of(3)), of(5));

        // When, then
        assertThat(checkpoint.advance(relay, Optional.of(of(3)), of(4))).isFalse();
        assertThat(checkpoint.advance(relay, Optional.of(of(3)), of(9))).isFalse();
        assertThat(checkpoint.advance(relay, Optional.empty(), of(9))).isFalse();
        assertThat(checkpoint.keep(relay, of(3))).isFalse();
        assertThat(checkpoint.read(relay)).contains(of(5));
    }

    private static Verified of(long size) {
        var root = Hash.ofLeaf(new byte[] {(byte) size});
        return Verified.of(
                new Checkpoint(FakeTree.ORIGIN, size, root),
                new Checkpoint(FakeTree.ORIGIN, size, root).sign(FakeTree.LOG));
    }
}
