package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a named worker of a hidden child does in any service shows neither the child nor where it is worked with. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class ConcealedWorkTest {

    private static final String PLACE = "FR-69-CRIP";

    private enum Type implements AuditEventType {
        DONE;

        @Override
        public String code() {
            return "test.done";
        }

        @Override
        public Action action() {
            return Action.UPDATE;
        }
    }

    @Inject
    AuditOutbox outbox;

    private final UUID record = UUID.randomUUID();
    private final String tag = new PerEventTag().of(record.toString());
    private final String worker = "worker-" + UUID.randomUUID();
    private final UUID naming = UUID.randomUUID();

    @Test
    void workOfWhoIsNamedShowsNeitherTheChildNorTheAgency() {
        // Given
        conceal(worker);

        // When
        var event = done(worker, trail -> trail.about(tag));

        // Then
        assertThat(event.json()).doesNotContain(tag, PLACE, "portal-lyon", "CASE-7");
        assertThat(event.details().toString()).contains(tag, PLACE, "CASE-7");
        assertThat(done(worker, trail -> trail.about(tag)).subjects()).isNotEqualTo(event.subjects());
    }

    @Test
    void workOfAnybodyElseAndWorkAboutAnotherChildShowBoth() {
        // Given
        conceal(worker);
        var other = new PerEventTag().of("another child");

        // Then
        assertThat(done("colleague-" + worker, trail -> trail.about(tag)).json())
                .contains(tag, PLACE);
        assertThat(done(worker, trail -> trail.about(other)).json()).contains(other, PLACE);
        assertThat(done(worker, trail -> trail.note("count", "1")).json()).contains(PLACE);
    }

    @Test
    void aRefusalThatNamesTheRecordAloneIsConcealedToo() {
        // Given
        conceal(worker);

        // Then
        assertThat(done(worker, trail -> trail.resource(record.toString())).json())
                .doesNotContain(record.toString(), PLACE);
        assertThat(done(worker, trail -> trail.note("record", record.toString()))
                        .json())
                .doesNotContain(record.toString(), PLACE);
    }

    @Test
    void inAListEveryChildIsConcealedForAnotherMayBeTheSame() {
        // Given
        conceal(worker);
        var linked = new PerEventTag().of("another record of the same child");

        // When
        var event = done(worker, trail -> {
            trail.about(tag);
            trail.about(linked);
        });

        // Then
        assertThat(event.json()).doesNotContain(tag, linked, PLACE);
        assertThat(event.subjects()).hasSize(2);
    }

    @Test
    void onceTheChildIsHiddenNoMoreItShowsAgain() {
        // Given
        conceal(worker);
        conceal(worker);

        // When
        tell("work.shown", "");

        // Then
        assertThat(done(worker, trail -> trail.about(tag)).json()).contains(tag, PLACE);
    }

    @Test
    void ofTwoSealingsTheOneThatStandsGoesOnConcealing() {
        // Given: the child was hidden by another entry too
        conceal(worker);
        tell(UUID.randomUUID(), "work.concealed", data(worker));

        // When
        tell("work.shown", "");

        // Then
        assertThat(done(worker, trail -> trail.about(tag)).json()).doesNotContain(tag, PLACE);
    }

    @Test
    void aDumpOfWhatIsKeptNamesNeitherWorkerNorChild() throws SQLException {
        // Given
        conceal(worker);

        // When
        var dump = dump();

        // Then
        assertThat(dump).contains(naming.toString());
        for (var name : new String[] {worker, tag, record.toString()}) {
            assertThat(dump).doesNotContain(name, hex(name));
        }
    }

    private void conceal(String who) {
        tell("work.concealed", data(who));
    }

    private String data(String who) {
        return "\"names\":[\"%s\",\"%s\"],\"worker\":\"%s\"".formatted(tag, record, who);
    }

    private void tell(String type, String data) {
        tell(naming, type, data);
    }

    private static void tell(UUID subject, String type, String data) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("register-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"register-service","type":"%s","subject":"%s",
                          "time":"2026-11-22T12:00:00Z","data":{%s}}]""".formatted(UUID.randomUUID(), type, subject, data))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    private WrittenEvent done(String who, Consumer<Trail> work) {
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.openPermit(WrittenEvent.actor(who));
            var trail = new Trail();
            work.accept(trail);
            outbox.write(Type.DONE, WrittenEvent.actor(who), trail, Outcome.DONE);
        });
        return WrittenEvent.by(who).getLast();
    }

    /** All rows that the two facts leave behind. */
    private static String dump() throws SQLException {
        var dump = new StringBuilder();
        try (var owner = Database.asOwner();
                var select = owner.createStatement();
                var rows = select.executeQuery(
                        "select t::text from concealed_work t union all select t::text from fact_inbox t")) {
            while (rows.next()) {
                dump.append(rows.getString(1)).append('\n');
            }
        }
        return dump.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
