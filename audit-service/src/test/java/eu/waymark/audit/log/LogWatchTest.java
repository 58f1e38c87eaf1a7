package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Silence is noticed, once. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LogWatchTest {

    private final String source = SampleEvent.freshSource();

    @Inject
    LogWatch watch;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @Test
    void aSourceThatFellSilentIsAlarmedOnceByAllReplicas() throws Exception {
        // Given
        heartbeat(1, Duration.ofMinutes(10));

        // When
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> replica = () -> {
                watch.look();
                return true;
            };
            for (var done : threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(_ -> replica).toList())) {
                done.get();
            }
        }
        watch.look();

        // Then
        assertThat(alarms()).isEqualTo(1);
        assertThat(metrics.get("waymark.audit.sources.silent").gauge().value()).isGreaterThanOrEqualTo(1);

        // When it was heard again and fell silent once more
        heartbeat(2, Duration.ofMinutes(5));
        watch.look();
        watch.look();

        // Then
        assertThat(alarms()).isEqualTo(2);
    }

    @Test
    void aSourceThatIsHeardIsNone() throws Exception {
        // Given
        heartbeat(1, Duration.ofSeconds(20));

        // When
        watch.look();

        // Then
        assertThat(alarms()).isZero();
    }

    @Test
    void aListTellsUpToWhenItIsComplete() {
        // Given
        var heard = clock.instant().minusSeconds(20);
        heartbeat(1, Duration.ofSeconds(20));
        var silent = SampleEvent.freshSource();
        AuditLog.append(silent, beat(silent, 1, clock.instant().minus(Duration.ofHours(1))));
        var never = SampleEvent.freshSource();
        AuditLog.append(never, SampleEvent.of(never, 1));

        // When
        var sources = Api.as(
                        Tokens.person("compliance-officer")
                                .agency("FR-69-CRIP")
                                .country("FR")
                                .roles("compliance")
                                .purposes("AUDIT"),
                        "AUDIT")
                .get(AuditLog.EVENTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, String>>getList("sources");

        // Then
        assertThat(of(sources, source)).containsEntry("state", "HEARD");
        assertThat(Instant.parse(of(sources, source).get("completeUpTo"))).isAfterOrEqualTo(heard.minusMillis(1));
        assertThat(of(sources, silent)).containsEntry("state", "SILENT");
        assertThat(of(sources, never)).containsEntry("state", "NEVER").doesNotContainKey("completeUpTo");
    }

    private static Map<String, String> of(List<Map<String, String>> sources, String name) {
        return sources.stream()
                .filter(source -> name.equals(source.get("source")))
                .findFirst()
                .orElseThrow();
    }

    private void heartbeat(long seq, Duration ago) {
        AuditLog.send(
                        source,
                        AuditLog.batch(
                                seq,
                                beat(source, seq, clock.instant().minus(ago)).bytes()))
                .statusCode(200);
    }

    private static SampleEvent beat(String source, long seq, Instant at) {
        return SampleEvent.of(source, seq)
                .without("agent")
                .without("subjects")
                .with("type", "audit.heartbeat")
                .with("action", "E")
                .with("purpose", "SYSTEM")
                .with("recorded", at.toString());
    }

    private long alarms() throws SQLException {
        try (var owner = Database.asOwner();
                var count = owner.prepareStatement("select count(*) from audit_outbox where event like ?")) {
            count.setString(1, "%source-silent%" + source + "\"%");
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
