package eu.waymark.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void squaresTheDistanceFromTheTruth() {
        // Given
        var calibration = new Calibration();

        // When
        calibration.add(1, true);
        calibration.add(.8, true);
        calibration.add(.5, false);

        // Then
        assertThat(calibration.brier()).isCloseTo((.04 + .25) / 3, within(1e-12));
        assertThat(calibration.table().lines()).hasSize(3).last().asString().contains("0.9-1.0", "1 pairs", "1.000");
    }
}
