package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class RefusalsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:30Z");

    private enum Type implements AuditEventType {
        READ;

        @Override
        public String code() {
            return "test.read";
        }

        @Override
        public Action action() {
            return Action.READ;
        }
    }

    @Inject
    AuditOutbox outbox;

    @Inject
    RefusalCounts counts;

    @Inject
    AgroalDataSource database;

    private final String who = "prober-" + UUID.randomUUID();

    @BeforeEach
    void forgetOtherTests() throws SQLException {
        asOwner("delete from refusal_count");
    }

    @Test
    void the_first_ten_of_a_minute_have_an_event_each_and_the_others_one_together() {
        // Given
        refuse(13, NOON, trail -> {});
        assertThat(WrittenEvent.by(who)).hasSize(10);

        // When
        summaries(NOON.plusSeconds(30)).run();

        // Then
        assertThat(WrittenEvent.by(who)).hasSize(11);
        var last = WrittenEvent.by(who).getLast();
        assertThat(last.text("/type")).isEqualTo("test.read");
        assertThat(last.text("/outcome")).isEqualTo("4");
        assertThat(last.text("/outcomeCode")).isEqualTo("not-found");
        assertThat(last.text("/notes/coalesced")).isEqualTo("3");
        assertThat(last.text("/notes/minute")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(last.text("/agent/agency")).isEqualTo("FR-69-CRIP");
        assertThat(last.text("/purpose")).isEqualTo("CP-ASSESS");
    }

    @Test
    void ten_have_no_event_together() {
        refuse(10, NOON, trail -> {});
        summaries(NOON.plusSeconds(30)).run();
        assertThat(WrittenEvent.by(who)).hasSize(10);
        assertThat(counted()).isZero();
    }

    @Test
    void nothing_is_summed_up_before_its_minute_is_over() {
        refuse(13, NOON, trail -> {});
        summaries(NOON.plusSeconds(29)).run();
        assertThat(WrittenEvent.by(who)).hasSize(10);
        assertThat(counted()).isEqualTo(13);
    }

    @Test
    void the_next_minute_another_operation_and_another_person_count_anew() {
        refuse(10, NOON, trail -> {});
        refuse(3, NOON.plusSeconds(30), trail -> {});
        refuse(3, NOON, trail -> trail.note(Refusals.OPERATION, "GET /api/notes"));
        assertThat(WrittenEvent.by(who)).hasSize(16);
    }

    @Test
    void refusals_that_name_a_child_are_never_summed_up() {
        refuse(13, NOON, trail -> trail.about("tag-of-the-child-0002"));
        summaries(NOON.plusSeconds(30)).run();
        assertThat(WrittenEvent.by(who)).hasSize(13);
        assertThat(counted()).isZero();
    }

    @Test
    void replicas_count_together_and_lose_nothing() throws Exception {
        // When
        atOnce(8, () -> {
            refuse(5, NOON, trail -> {});
            return 0;
        });
        atOnce(4, () -> {
            summaries(NOON.plusSeconds(60)).run();
            return 0;
        });
        summaries(NOON.plusSeconds(60)).run();

        // Then
        assertThat(WrittenEvent.by(who)).hasSize(11);
        assertThat(WrittenEvent.by(who).getLast().text("/notes/coalesced")).isEqualTo("30");
    }

    @Test
    void a_crash_while_summing_up_loses_and_doubles_nothing() {
        // Given
        refuse(13, NOON, trail -> {});
        var summaries = summaries(NOON.plusSeconds(30));

        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(taken(summaries)).isEqualTo(1);
                    throw new IllegalStateException("crash before the commit");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(WrittenEvent.by(who)).hasSize(10);
        summaries.run();
        summaries.run();

        // Then
        assertThat(WrittenEvent.by(who)).hasSize(11);
        assertThat(WrittenEvent.by(who).getLast().text("/notes/coalesced")).isEqualTo("3");
    }

    @Test
    void who_knocks_at_a_closed_door_often_is_on_record_with_a_count() throws SQLException {
        // Given
        var registrar = Tokens.person(who).roles("registrar").purposes("CP-ASSESS");

        // When
        for (int i = 0; i < 25; i++) {
            Api.as(registrar, "CP-ASSESS")
                    .get("/api/notes/v1/notes/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
        }
        summaries(Instant.now(Clock.systemUTC()).plusSeconds(120)).run();

        // Then: counted in one minute, or in two when the minute turned meanwhile
        var events = WrittenEvent.by(who);
        var coalesced = events.stream()
                .mapToInt(event -> event.event().at("/notes/coalesced").asInt(0))
                .sum();
        var single = events.stream()
                .filter(event -> !event.event().at("/notes").has("coalesced"))
                .count();
        assertThat(single + coalesced).isEqualTo(25);
        assertThat(events).hasSizeLessThanOrEqualTo(22).allSatisfy(event -> {
            assertThat(event.text("/type")).isEqualTo("access.refused");
            assertThat(event.text("/notes/operation")).isEqualTo("GET /api/notes/v1/notes");
        });
    }

    @Test
    void a_refusal_that_cannot_be_counted_is_answered_503() throws SQLException {
        var registrar = Tokens.person(who).roles("registrar").purposes("CP-ASSESS");
        asOwner("alter table refusal_count rename to refusal_count_away");
        try {
            Api.as(registrar, "CP-ASSESS")
                    .get("/api/notes/v1/notes/" + UUID.randomUUID())
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("audit-unavailable"));
            Api.as(Tokens.practitioner("COUNT-AWAY", "FR"), "CP-ASSESS")
                    .get("/api/notes/v1/notes/" + UUID.randomUUID())
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("audit-unavailable"));
        } finally {
            asOwner("alter table refusal_count_away rename to refusal_count");
        }
        Api.as(registrar, "CP-ASSESS")
                .get("/api/notes/v1/notes/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    private void refuse(int times, Instant at, Consumer<Trail> more) {
        var refusals = new Refusals(outbox, counts, Clock.fixed(at, ZoneOffset.UTC));
        for (int i = 0; i < times; i++) {
            var trail = new Trail();
            more.accept(trail);
            QuarkusTransaction.requiringNew()
                    .run(() -> refusals.write(Type.READ, WrittenEvent.actor(who), trail, Outcome.refused("not-found")));
        }
    }

    private RefusalSummaries summaries(Instant at) {
        return new RefusalSummaries(counts, outbox, database, Clock.fixed(at, ZoneOffset.UTC));
    }

    private static int taken(RefusalSummaries summaries) {
        try {
            return summaries.summarise();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void atOnce(int threads, Callable<Integer> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> all =
                    Stream.generate(() -> work).limit(threads).toList();
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
        }
    }

    private int counted() {
        try (var owner = Database.asOwner();
                var rows =
                        owner.createStatement().executeQuery("select coalesce(sum(refusals), 0) from refusal_count")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
