package eu.waymark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void aPercentileIsATimeThatWasMeasured() {
        // Given
        for (int millis = 100; millis > 0; millis--) {
            latencies.answered("hit", Duration.ofMillis(millis));
        }

        // Then
        assertThat(latencies.percentile(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(latencies.percentile(95)).isEqualTo(Duration.ofMillis(95));
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofMillis(99));
        assertThat(latencies.percentile(100)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void ofOneAnswerEveryPercentileIsThatOne() {
        // Given
        latencies.answered("no-hit", Duration.ofMillis(7));

        // Then
        assertThat(latencies.percentile(1)).isEqualTo(Duration.ofMillis(7));
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void quickRefusalsDoNotMakeTheMedianBetter() {
        // Given
        latencies.answered("hit", Duration.ofMillis(80));
        latencies.failed("429 too-many-checks");
        latencies.failed("429 too-many-checks");

        // Then
        assertThat(latencies.percentile(50)).isEqualTo(Duration.ofMillis(80));
        assertThat(latencies.failures()).isEqualTo(2);
        assertThat(latencies.outcomes()).containsEntry("429 too-many-checks", 2).containsEntry("hit", 1);
    }

    @Test
    void withoutAnswersThereIsNoPercentile() {
        assertThatThrownBy(() -> latencies.percentile(50)).isInstanceOf(BenchmarkProblem.class);
    }
}
