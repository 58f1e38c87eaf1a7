package eu.waymark.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MonotoneTest {

    @Test
    void poolsALevelThatWeighsMoreThanABetterOne() {
        // Given
        double[] m = {.3, .6, .1};
        double[] u = {.01, .01, .98};

        // When
        Monotone.enforce(m, u);

        // Then
        assertThat(m).containsExactly(new double[] {.45, .45, .1}, within(1e-12));
    }

    @Test
    void leavesWhatIsInOrderAsItIs() {
        // Given
        double[] m = {.8, .15, .05};
        double[] u = {.01, .09, .9};

        // When
        Monotone.enforce(m, u);

        // Then
        assertThat(m).containsExactly(new double[] {.8, .15, .05}, within(1e-12));
    }

    @Property(tries = 300)
    void neverLetsWorseAgreementWeighMore(
            @ForAll @Size(6) List<@DoubleRange(min = .01, max = 1) Double> shares,
            @ForAll @Size(6) List<@DoubleRange(min = .01, max = 1) Double> chances) {
        // Given
        double[] m = shares.stream().mapToDouble(Double::doubleValue).toArray();
        double[] u = chances.stream().mapToDouble(Double::doubleValue).toArray();
        double sum = Arrays.stream(m).sum();

        // When
        Monotone.enforce(m, u);

        // Then
        assertThat(Arrays.stream(m).sum()).isCloseTo(sum, within(1e-9));
        for (int level = 1; level < m.length; level++) {
            assertThat(m[level] / u[level]).isLessThanOrEqualTo(m[level - 1] / u[level - 1] * (1 + 1e-9));
        }
    }
}
