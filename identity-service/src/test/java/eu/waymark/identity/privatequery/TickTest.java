package eu.waymark.identity.privatequery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TickTest {

    private static final Duration TICK = Duration.ofMillis(250);

    @Test
    void allWorkWithinOneTickEndsAtOneMoment() {
        // Given
        var work = new Random(1)
                .longs(1_000, 0, TICK.toNanos())
                .mapToObj(Duration::ofNanos)
                .toList();

        // When
        var ends =
                work.stream().map(done -> done.plus(Tick.remaining(done, TICK))).collect(Collectors.toSet());
        var endsWithout = work.stream().collect(Collectors.toSet());

        // Then: without the tick the time of the answer would be the time of the work
        assertThat(ends).containsExactly(TICK);
        assertThat(endsWithout).hasSizeGreaterThan(900);
    }

    @Test
    void longerWorkEndsAtALaterMultiple() {
        assertThat(Tick.remaining(Duration.ofMillis(250), TICK)).isEqualTo(TICK);
        assertThat(Tick.remaining(Duration.ofMillis(610), TICK)).isEqualTo(Duration.ofMillis(140));
    }
}
