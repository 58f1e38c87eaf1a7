package eu.waymark.log.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void resultsComeInOrderWhateverEachTakes() {
        // Given
        var first = new CountDownLatch(1);
        var seen = new ArrayList<Integer>();

        // When
        try (var workers = new Workers(2)) {
            workers.inOrder(
                    IntStream.range(0, 1000).boxed(),
                    item -> {
                        if (item == 1) {
                            first.countDown();
                        }
                        if (item == 0) {
                            await(first);
                        }
                        return item;
                    },
                    seen::add);
        }

        // Then
        assertThat(seen).isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFirstFailureInOrderIsTheOneThatCounts() {
        // Given
        var later = new CountDownLatch(1);

        // Then
        try (var workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.inOrder(
                            IntStream.range(0, 2).boxed(),
                            item -> {
                                if (item == 0) {
                                    await(later);
                                }
                                later.countDown();
                                throw RefutedException.leaf(item, "false");
                            },
                            item -> {}))
                    .isInstanceOfSatisfying(
                            RefutedException.class, e -> assertThat(e.where()).isEqualTo("leaf 0"));
        }
    }

    @Test
    void onlySoMuchIsBegunAheadOfWhatWasTaken() {
        // Given
        var begun = new AtomicInteger();
        var taken = new AtomicInteger();
        var aheads = new ArrayList<Integer>();

        // When
        try (var workers = new Workers(2)) {
            workers.inOrder(
                    IntStream.range(0, 500).boxed(),
                    item -> begun.incrementAndGet(),
                    item -> aheads.add(begun.get() - taken.getAndIncrement()));
        }

        // Then
        assertThat(aheads).allMatch(ahead -> ahead <= 8);
        assertThat(List.of(begun.get(), taken.get())).containsOnly(500);
    }
}
