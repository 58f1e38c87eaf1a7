package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.waymark.platform.persistence.fake.FakeAuditLog;
import eu.waymark.platform.persistence.fake.FakeLeaf;
import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.Outbox;
import eu.waymark.platform.persistence.relay.AuditRelay.Turn;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class SendingTest extends RelayTest {

    @Test
    void events_reach_the_log_in_order_each_once_and_chained() throws SQLException {
        Outbox.write(1_203, "note.read");

        assertThat(relay.run()).isEqualTo(Turn.DONE);

        assertThat(log.leaves())
                .extracting(FakeLeaf::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_203).boxed().toList());
        assertThat(Outbox.unacknowledged()).isZero();
        assertThat(Outbox.number("select count(*) from audit_outbox where leaf_index = seq - 1"))
                .isEqualTo(1_203);
    }

    @Test
    void the_loop_of_a_running_service_takes_turns() throws Exception {
        Outbox.write(2, "note.read");
        var ofTheService = Arc.container().instance(RelayLoop.class);
        assertThat(ofTheService.isAvailable()).as("the service starts a loop").isTrue();
        var loop = new RelayLoop(relay::run, () -> {}, Every.parse("20ms"));

        loop.start(new StartupEvent());

        await().until(() -> Outbox.unacknowledged() == 0);
        loop.stop(new ShutdownEvent());
    }

    @Test
    void sealed_details_travel_beside_their_event() throws SQLException {
        Outbox.write("note.read");
        Outbox.execute("update audit_outbox set sealed = '\\x010203'");

        relay.run();

        assertThat(log.leaves().getFirst().sealed()).containsExactly(1, 2, 3);
    }

    @Test
    void a_busy_log_is_asked_again_and_nothing_is_lost() throws SQLException {
        Outbox.write(3, "note.read");
        log.fail(FakeAuditLog.EVENTS, 503, "busy");
        assertThat(relay.run()).isEqualTo(Turn.FAILED);
        assertThat(Outbox.unacknowledged()).isEqualTo(3);

        log.mend();

        assertThat(relay.run()).isEqualTo(Turn.DONE);
        assertThat(log.leaves()).hasSize(3);
    }

    @Test
    void an_answer_that_was_lost_does_not_make_an_event_count_twice() throws SQLException {
        Outbox.write(3, "note.read");
        log.loseAnswers();
        assertThat(relay.run()).isEqualTo(Turn.FAILED);
        assertThat(log.leaves()).hasSize(3);

        log.mend();
        relay.run();

        assertThat(log.leaves()).hasSize(3);
        assertThat(Outbox.unacknowledged()).isZero();
    }

    @Test
    void a_log_that_lost_events_gets_them_again() throws SQLException {
        Outbox.write(5, "note.read");
        relay.run();
        Outbox.execute("delete from audit_witness"); // A witness would not believe this log any more.
        log.loseFrom(2);
        Outbox.write("note.read");
        var before = faults("rewind");

        assertThat(relay.run()).isEqualTo(Turn.DONE);

        assertThat(log.leaves()).extracting(FakeLeaf::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(Outbox.unacknowledged()).isZero();
        assertThat(faults("rewind")).isEqualTo(before + 1);
    }

    @Test
    void events_that_are_no_longer_held_cannot_be_sent_again_and_that_is_said() throws SQLException {
        Outbox.write(5, "note.read");
        relay.run();
        Outbox.execute("delete from audit_outbox where seq <= 3");
        log.loseFrom(2);
        Outbox.write("note.read");
        var before = faults("gap");

        assertThat(relay.run()).isEqualTo(Turn.FAILED);

        assertThat(faults("gap")).isEqualTo(before + 1);
        assertThat(log.leaves()).hasSize(2);
    }

    @Test
    void another_event_in_a_taken_place_stops_the_source_there() throws SQLException {
        // Given a log that holds four events, and a database restored to two of them
        Outbox.write(4, "note.read");
        relay.run();
        Outbox.execute("delete from audit_outbox where seq > 2");
        Outbox.execute("update audit_outbox set acknowledged_at = null, leaf_index = null, covered_size = null"
                + " where seq = 2");
        Outbox.execute("update audit_source set last_seq = 2, last_hash ="
                + " (select sha256(body) from audit_outbox where seq = 2)");
        Outbox.write(2, "note.written");
        var before = faults("equivocation");

        // When
        var turn = relay.run();

        // Then what the log knows is acknowledged, and no more
        assertThat(turn).isEqualTo(Turn.FAILED);
        assertThat(Outbox.texts("select seq from audit_outbox where acknowledged_at is null order by seq"))
                .containsExactly("3", "4");
        assertThat(faults("equivocation")).isEqualTo(before + 1);
        assertThat(log.leaves()).hasSize(4);
    }

    @Test
    void an_event_that_the_log_cannot_read_is_replaced_in_its_place_and_the_source_goes_on() throws SQLException {
        // Given
        Outbox.write(2, "note.read");
        var poison = Outbox.write("note.poisoned");
        Outbox.write(4, "note.read");
        Outbox.execute("update audit_outbox set sealed = '\\x01' where id = '" + poison + "'");
        log.cannotRead("note.poisoned");
        var before = faults("invalid-event");

        // When
        assertThat(relay.run()).isEqualTo(Turn.DONE);

        // Then
        assertThat(log.leaves())
                .extracting(FakeLeaf::type)
                .hasSize(7)
                .element(2)
                .isEqualTo("audit.event.unreadable");
        var standIn = log.leaves().get(2);
        var original = Outbox.texts("select event from audit_outbox where id = '" + poison + "'")
                .getFirst();
        assertThat(standIn.event().path("id").asText()).isEqualTo(poison.toString());
        assertThat(standIn.event().path("outcome").asText()).isEqualTo("8");
        assertThat(standIn.event().path("notes").path("type").asText()).isEqualTo("note.poisoned");
        assertThat(standIn.event().path("notes").path("sha256").asText())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(CanonicalEvents.sha256(original.getBytes(StandardCharsets.UTF_8))));
        assertThat(standIn.sealed()).as("details of an event that is not there").isNull();
        assertThat(faults("invalid-event")).isEqualTo(before + 1);
        assertThat(Outbox.unacknowledged()).isZero();
    }

    @Test
    void what_is_no_event_at_all_is_replaced_before_it_is_sent() throws SQLException {
        Outbox.write(UUID.randomUUID(), "no JSON: secret-name");
        Outbox.write("note.read");

        assertThat(relay.run()).isEqualTo(Turn.DONE);

        assertThat(log.leaves()).extracting(FakeLeaf::type).containsExactly("audit.event.unreadable", "note.read");
        assertThat(new String(log.leaves().getFirst().body(), StandardCharsets.UTF_8))
                .doesNotContain("secret-name")
                .contains("\"type\":\"unknown\"");
    }

    @Test
    void an_event_that_grows_too_long_in_canonical_form_is_replaced_too() throws SQLException {
        var id = UUID.randomUUID();
        var numbers = "1E20,".repeat(9_000);
        Outbox.write(id, "{\"id\":\"" + id + "\",\"type\":\"note.counted\",\"numbers\":[" + numbers + "1]}");
        Outbox.write("note.read");

        assertThat(relay.run()).isEqualTo(Turn.DONE);

        assertThat(log.leaves()).extracting(FakeLeaf::type).containsExactly("audit.event.unreadable", "note.read");
        assertThat(log.leaves().getFirst().event().path("notes").path("type").asText())
                .isEqualTo("note.counted");
    }

    @Test
    void replicas_take_turns_and_every_event_arrives_once() throws Exception {
        try (var replicas = Executors.newFixedThreadPool(3)) {
            Callable<Boolean> replica = () -> {
                for (var turn = 0; turn < 15; turn++) {
                    Outbox.write(2, "note.read");
                    assertThat(relay.run()).isNotEqualTo(Turn.FAILED);
                }
                return true;
            };
            for (var done : replicas.invokeAll(List.of(replica, replica, replica))) {
                assertThat(done.get()).isTrue();
            }
        }
        relay.run();
        assertThat(log.leaves())
                .extracting(FakeLeaf::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 90).boxed().toList());
    }

    @Test
    void an_acknowledgement_of_other_events_is_not_believed() throws SQLException {
        Outbox.write(2, "note.read");
        log.acknowledgeWrongly();

        assertThat(relay.run()).isEqualTo(Turn.FAILED);

        assertThat(Outbox.unacknowledged()).isEqualTo(2);
    }

    @Test
    void a_stand_in_that_is_refused_too_is_not_replaced_for_ever() throws SQLException {
        Outbox.write("note.poisoned");
        log.cannotRead("note.poisoned");
        log.cannotRead("audit.event.unreadable");

        assertThat(relay.run()).isEqualTo(Turn.FAILED);
        var requests = log.requests(FakeAuditLog.EVENTS);
        assertThat(relay.run()).isEqualTo(Turn.FAILED);

        assertThat(log.requests(FakeAuditLog.EVENTS) - requests).isLessThanOrEqualTo(2);
        assertThat(Outbox.unacknowledged()).isEqualTo(1);
    }

    @Test
    void a_log_that_refuses_everything_for_another_reason_makes_no_event_unreadable() throws SQLException {
        Outbox.write(4, "note.read");
        log.fail(FakeAuditLog.EVENTS, 403, "forbidden");

        assertThat(relay.run()).isEqualTo(Turn.FAILED);

        assertThat(Outbox.number("select count(*) from audit_outbox where replaced"))
                .isZero();
    }
}
