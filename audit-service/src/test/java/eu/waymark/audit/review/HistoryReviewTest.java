package eu.waymark.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.jdbc.Sql;
import eu.waymark.audit.log.EventColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryReviewTest {

    private static final String OWN_SOURCE = "audit-service";

    private final Findings findings = new Findings();
    private final HistoryReview history = new HistoryReview(new Rows(new ThreeOfEach()), findings);

    @Test
    void asManySignaturesAsWereCountedAreNoFinding() {
        // When
        history.add(0, reviewed(OWN_SOURCE, "3"));
        history.end(10);

        // Then
        assertThat(findings.count()).isZero();
    }

    @Test
    void fewerSignaturesThanWereCountedAreFound() {
        // When
        history.add(0, reviewed(OWN_SOURCE, "4"));
        history.end(10);

        // Then
        assertThat(findings.first()).extracting(Finding::table).containsExactly("checkpoint", "cosignature");
    }

    @Test
    void aRestoredLogIsCountedAnew() {
        // When
        history.add(0, reviewed(OWN_SOURCE, "4"));
        history.add(1, event(OWN_SOURCE, "audit.log.restored", Map.of()));
        history.end(10);

        // Then
        assertThat(findings.count()).isZero();
    }

    @Test
    void nobodyElseCountsOrRestores() {
        // When
        history.add(0, reviewed(OWN_SOURCE, "4"));
        history.add(1, reviewed("register-service", "3"));
        history.add(2, event("register-service", "audit.log.restored", Map.of()));
        history.end(10);

        // Then
        assertThat(findings.count()).isEqualTo(2);
    }

    private static EventColumns reviewed(String source, String counted) {
        return event(
                source,
                HistoryReview.REVIEWED,
                Map.of("countedUpTo", "10", "checkpoints", counted, "cosignatures", counted));
    }

    private static EventColumns event(String source, String type, Map<String, String> notes) {
        var event = SampleEvent.of(source, 1).with("type", type).with("notes", new TreeMap<>(notes));
        return EventColumns.read(event.bytes()).orElseThrow();
    }

    /** A database in which there are three of whatever is counted. */
    private record ThreeOfEach() implements Sql {

        @Override
        @SuppressWarnings("unchecked")
        public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
            return List.of((T) Long.valueOf(3));
        }

        @Override
        public void insert(String sql, List<Object[]> rows) {
            throw new UnsupportedOperationException("A review changes nothing");
        }
    }
}
