package eu.waymark.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of Kent and Lyon since some moment, as their compliance reads them. */
final class Trail {

    private static final List<String> COMPLIANCE = List.of("carol.gb", "paul.fr");
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Suite suite;
    private final Instant from;

    Trail(Suite suite, Instant from) {
        this.suite = suite;
        this.from = from;
    }

    /**
     * What the log holds of some requests.
     *
     * @param missing requests without an event
     * @param twice events with the same type and resource for one request, or the same id
     */
    record Found(Set<String> missing, int events, int twice) {}

    /** Looks until every request has its event, for a minute at most. */
    Found awaitAll(Collection<String> requests) throws InterruptedException {
        Found found = look(requests);
        long began = System.nanoTime();
        while (!found.missing().isEmpty() && System.nanoTime() - began < PATIENCE.toNanos()) {
            Thread.sleep(PAUSE);
            found = look(requests);
        }
        return found;
    }

    /** What the log holds of them now. */
    Found look(Collection<String> requests) {
        Set<String> wanted = new HashSet<>(requests);
        Set<String> missing = new HashSet<>(requests);
        Map<String, Integer> times = new HashMap<>();
        for (String person : COMPLIANCE) {
            String next = "";
            do {
                JsonNode page = suite.read(person, "AUDIT", "/api/audit/v1/events?limit=200&from=" + from + next);
                for (JsonNode event : page.path("items")) {
                    String request = event.path("requestId").asText();
                    if (wanted.contains(request)) {
                        missing.remove(request);
                        times.merge(event.path("id").asText(), 1, Integer::sum);
                        times.merge(request + event.path("type") + event.path("resource"), 1, Integer::sum);
                    }
                }
                String cursor = page.path("next").asText("");
                next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            } while (!next.isEmpty());
        }
        int twice = (int) times.values().stream().filter(count -> count > 1).count();
        return new Found(missing, times.size() / 2, twice);
    }
}
