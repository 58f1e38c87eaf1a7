package eu.waymark.matching.score;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameToken;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "Anna, Anna, IDENTICAL",
        "Анна, Anna, ROMANISED",
        "Jörg, Joerg, ROMANISED",
        "Anna, Hania, EQUIVALENT",
        "Svyatoslav, Swjatoslaw, SPELLING",
        "Svyatoslav, Svyatosalv, TYPO",
        "Mila, Mia, TYPO",
        "Zlata, Zloty, SKELETON",
        "Zlata, Z, INITIAL",
        "Zlata, S, DIFFERENT",
        "Lea, Leo, DIFFERENT",
        "Ivan, Petro, DIFFERENT",
    })
    void findsTheLevelFromEitherSide(String left, String right, NameLevel level) {
        assertThat(TokenComparison.compare(given(left), given(right))).isEqualTo(level);
        assertThat(TokenComparison.compare(given(right), given(left))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "kowal, koval, true",
        "kowal, kowall, true",
        "kowal, kwoal, true",
        "kowal, kowal, true",
        "kowal, kvall, false",
        "kowal, kowalka, false",
        "lea, leo, false"
    })
    void oneEditIsOneLetterOrASwapOfNeighbours(String a, String b, boolean apart) {
        assertThat(TokenComparison.oneEditApart(a, b)).isEqualTo(apart);
        assertThat(TokenComparison.oneEditApart(b, a)).isEqualTo(apart);
    }

    private static NameToken given(String name) {
        return NameReader.shared().read(PersonName.of(name, null), Set.of()).getFirst();
    }
}
