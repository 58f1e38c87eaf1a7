package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The audit trail of one agency, as its compliance reads it. */
final class AuditTrail {

    private static final String EVENTS = "/api/audit/v1/events";

    /** Relays look five times a second, checkpoints are signed twice a second. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Duration STEP = Duration.ofMillis(300);
    private static final int MOST_PAGES = 20;

    private final Person compliance;
    private final Instant from;

    AuditTrail(Person compliance, Instant from) {
        this.compliance = compliance;
        this.from = from;
    }

    /** All events since then, newest first, page by page. */
    List<JsonNode> events() {
        var events = new ArrayList<JsonNode>();
        var next = Optional.<String>empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            var cursor = next.map(after -> "&cursor=" + after).orElse("");
            var answer =
                    compliance.get(EVENTS + "?limit=200&from=" + from + cursor).expect(200);
            events.addAll(answer.items());
            next = Optional.of(answer.string("next")).filter(after -> !after.isEmpty());
            if (next.isEmpty()) {
                return events;
            }
        }
        throw new AssertionError("More events than one journey makes");
    }

    /** The same, as soon as every one of these types is among them. */
    List<JsonNode> awaitTypes(Collection<String> types) {
        var events = new AtomicReference<List<JsonNode>>(List.of());
        await().atMost(SOON).pollInterval(STEP).pollDelay(Duration.ZERO).untilAsserted(() -> {
            events.set(events());
            assertThat(types(events.get().stream()).distinct()).containsAll(types);
        });
        return events.get();
    }

    /** The events of one request, as soon as there are so many. */
    List<JsonNode> awaitRequest(String requestId, int count) {
        return await().atMost(SOON)
                .pollInterval(STEP)
                .pollDelay(Duration.ZERO)
                .until(() -> ofRequest(events(), requestId), events -> events.size() >= count);
    }

    static List<JsonNode> ofRequest(List<JsonNode> events, String requestId) {
        return events.stream()
                .filter(event -> event.path("requestId").asText().equals(requestId))
                .toList();
    }

    /** The proof of an event, once a checkpoint covers it. */
    Evidence prove(JsonNode event) {
        var path = EVENTS + "/" + event.path("id").asText() + "/proof";
        return Evidence.of(await().atMost(SOON)
                .pollInterval(STEP)
                .pollDelay(Duration.ZERO)
                .until(() -> compliance.get(path), answer -> answer.status() != 503)
                .expect(200));
    }

    /** What is answered to the question for one event of anybody. */
    Answer read(String id) {
        return compliance.get(EVENTS + "/" + id);
    }

    static Stream<String> types(Stream<JsonNode> events) {
        return events.map(event -> event.path("type").asText());
    }
}
