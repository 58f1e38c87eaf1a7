package eu.waymark.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadersAndWriterTest {

    private static final int STAYING = 300;
    private static final List<Demographics> PEOPLE = SyntheticPeople.generate(23, 3_000, LocalDate.of(2026, 11, 1))
            .map(SyntheticRecord::demographics)
            .toList();

    private final MemoryIndex index = new MemoryIndex(Keying.plain(), 6);
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whoStaysIsFoundAtEveryMomentWhileOthersComeAndGo() throws Exception {
        // Given
        IntStream.range(0, STAYING).forEach(i -> index.put(i, PEOPLE.get(i)));

        try (var threads = Executors.newFixedThreadPool(4)) {
            // When
            List<Future<Integer>> readers = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(reader(i)))
                    .toList();
            threads.submit(this::comeAndGo).get();
            over.set(true);

            // Then
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertThat(index.size()).isEqualTo(STAYING);
    }

    private Callable<Integer> reader(int first) {
        return () -> {
            int asked = 0;
            for (int i = first; !over.get(); i = (i + 1) % STAYING) {
                long self = i;
                assertThat(Arrays.stream(index.candidates(PEOPLE.get(i), 1_000)).filter(id -> id == self))
                        .as("person %d", self)
                        .hasSize(1);
                asked++;
            }
            return asked;
        };
    }

    /** Buckets overflow, rows are replaced under those who read them, and everything is rebuilt now and then. */
    private Void comeAndGo() {
        for (int round = 0; round < 3; round++) {
            for (int i = STAYING; i < PEOPLE.size(); i++) {
                index.put(i, PEOPLE.get(i));
                index.put(i % STAYING, PEOPLE.get(i % STAYING));
            }
            index.compact();
            for (int i = STAYING; i < PEOPLE.size(); i++) {
                index.remove(i);
            }
        }
        return null;
    }
}
