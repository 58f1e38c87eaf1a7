package eu.waymark.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingAheadTest {

    @Test
    void partsComeInOrder() throws IOException {
        // Given
        var count = new AtomicInteger();

        // When / Then
        try (var ahead = new ReadingAhead<>(count::incrementAndGet)) {
            for (int part = 1; part <= 20; part++) {
                assertThat(ahead.next()).isEqualTo(part);
            }
        }
        assertThat(count).as("one ahead, no more").hasValueLessThanOrEqualTo(21);
    }

    @Test
    void whatBreaksOffBreaksOffAtItsPart() throws IOException {
        // Given
        var count = new AtomicInteger();

        // When / Then
        try (var ahead = new ReadingAhead<>(() -> {
            if (count.incrementAndGet() == 2) {
                throw new IOException("broken off");
            }
            return "part";
        })) {
            assertThat(ahead.next()).isEqualTo("part");
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("broken off");
        }
    }

    @Test
    void whoeverStopsLeavesNoThreadThatWaits() throws InterruptedException {
        // Given
        var waits = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var ahead = new ReadingAhead<>(() -> {
            waits.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } finally {
                ended.countDown();
            }
        });
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        ahead.close();

        // Then
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
