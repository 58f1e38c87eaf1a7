package eu.waymark.sandbox.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Pace RISING = new Pace(50, Duration.ofSeconds(30), Duration.ofSeconds(20));

    @Test
    void anEvenPaceSendsSoManyInEachSecond() {
        var even = Pace.even(50, Duration.ofSeconds(3));
        assertThat(even.requests()).isEqualTo(150);
        assertThat(sentIn(even, 0)).isEqualTo(50);
        assertThat(sentIn(even, 2)).isEqualTo(50);
    }

    @Test
    void aRiseBeginsWithFewAndEndsWithTheFullRate() {
        assertThat(RISING.requests()).isEqualTo(500 + 500);
        assertThat(sentIn(RISING, 0)).isBetween(1L, 2L);
        assertThat(sentIn(RISING, 9)).isCloseTo(24, within(1L));
        assertThat(sentIn(RISING, 19)).isCloseTo(49, within(1L));
        assertThat(sentIn(RISING, 29)).isEqualTo(50);
    }

    @Test
    void noRequestIsSentBeforeTheOneBeforeIt() {
        assertThat(LongStream.range(0, RISING.requests()).map(RISING::due)).isSorted();
    }

    @Test
    void aRiseLongerThanTheLoadIsRefused() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Pace(50, second, Duration.ofSeconds(2)))
                .hasMessageContaining("longer than the load");
    }

    private static long sentIn(Pace pace, int second) {
        return LongStream.range(0, pace.requests())
                .filter(number -> pace.due(number) / 1_000_000_000L == second)
                .count();
    }
}
