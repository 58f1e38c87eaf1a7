package eu.waymark.matching.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Parameters FIRST = Parameters.FIRST;

    @Test
    void aModelSurvivesBeingWrittenAndRead() {
        String text = ParametersText.write(FIRST);

        assertThat(ParametersText.read(text)).isEqualTo(FIRST);
        assertThat(ParametersText.write(ParametersText.read(text))).isEqualTo(text);
        assertThat(text).contains("\nbirth.SAME_DAY = 0.84 ").contains("\nthresholds.certain = 0.999\n");
    }

    @Test
    void aTextThatIsNoModelIsRefusedByItsLine() {
        String text = ParametersText.write(FIRST);

        assertRefused(text.replace("swapped = 0.25", "swapped = often"), "no number for swapped");
        assertRefused(text.replace("swapped = 0.25", ""), "nothing about swapped");
        assertRefused(text.replace("swapped = 0.25", "swapped"), "without '='");
        assertRefused(text.replace("swapped = 0.25", "swapped = 1 2"), "1 numbers for swapped");
        assertRefused(text.replaceAll("(?m)^given.TYPO = .*$", ""), "given says nothing about TYPO");
    }

    @Test
    void aSlipMayNotCountForMoreThanTheVeryDay() {
        Map<BirthLevel, Odds> births = new EnumMap<>(FIRST.birth());
        births.put(BirthLevel.SLIP, new Odds(.055, .000001));

        assertThatThrownBy(() -> trained(births, FIRST.sex())).hasMessageContaining("birth rewards SLIP more");
    }

    @Test
    void probabilitiesAddUpToOne() {
        Map<PlainLevel, Odds> sexes =
                Map.of(PlainLevel.SAME, new Odds(.98, .5), PlainLevel.DIFFERENT, new Odds(.2, .5));

        assertThatThrownBy(() -> trained(FIRST.birth(), sexes)).hasMessageContaining("sex has probabilities");
        assertThat(trained(FIRST.birth(), FIRST.sex()).version()).isEqualTo("3");
    }

    private static Parameters trained(Map<BirthLevel, Odds> births, Map<PlainLevel, Odds> sexes) {
        return FIRST.trained("3", FIRST.given(), FIRST.family(), births, sexes);
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> ParametersText.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
