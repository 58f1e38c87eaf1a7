package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.RfcVerifier;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.log.Sequence.Placed;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ConcurrentAppendingTest {

    private static final int BATCHES = 20;
    private static final int BATCH = 7;

    @Inject
    Appending appending;

    @Test
    void producersThatAppendAtOnceGetDensePlacesUnderOneRoot() throws Exception {
        // Given
        var sources = List.of(SampleEvent.freshSource(), SampleEvent.freshSource(), SampleEvent.freshSource());

        // When
        var placed = new ArrayList<Placed>();
        try (var threads = Executors.newFixedThreadPool(sources.size())) {
            for (var work :
                    threads.invokeAll(sources.stream().map(this::producer).toList())) {
                placed.addAll(work.get());
            }
        }

        // Then
        assertThat(placed)
                .extracting(Placed::leafIndex)
                .doesNotHaveDuplicates()
                .hasSize(sources.size() * BATCHES * BATCH);
        var last = placed.stream().mapToLong(Placed::leafIndex).max().orElseThrow();
        var checkpoint = AuditLog.checkpointCovering(last);
        var leaves = AuditLog.leaves(AuditLog.size(checkpoint));
        assertThat((long) leaves.size()).isEqualTo(AuditLog.size(checkpoint));
        assertThat(RfcVerifier.root(leaves)).isEqualTo(AuditLog.root(checkpoint));
    }

    @Test
    void replicasThatSendTheSameEventsAppendThemOnce() throws Exception {
        // Given
        var source = SampleEvent.freshSource();
        var events = batch(source, 1);

        // When
        List<List<Placed>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<List<Placed>> relay = () -> appending.append(source, 1, events);
            for (var work : threads.invokeAll(List.of(relay, relay))) {
                answers.add(work.get());
            }
        }

        // Then
        assertThat(answers.getFirst())
                .extracting(Placed::leafIndex)
                .isEqualTo(answers.getLast().stream().map(Placed::leafIndex).toList());
        assertThat(answers.getFirst().getFirst().duplicate())
                .isNotEqualTo(answers.getLast().getFirst().duplicate());
    }

    private Callable<List<Placed>> producer(String source) {
        return () -> {
            var placed = new ArrayList<Placed>();
            for (var i = 0; i < BATCHES; i++) {
                placed.addAll(appending.append(source, 1, batch(source, 1 + (long) i * BATCH)));
            }
            return placed;
        };
    }

    private static List<Numbered> batch(String source, long first) {
        return LongStream.range(first, first + BATCH)
                .mapToObj(seq -> new Numbered(seq, SampleEvent.of(source, seq).bytes()))
                .toList();
    }
}
