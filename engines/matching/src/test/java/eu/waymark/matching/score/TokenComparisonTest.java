package eu.waymark.matching.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameToken;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "Anna, Anna, IDENTICAL",
        "Анна, Anna, ROMANISED",
        "Jörg, Joerg, ROMANISED",
        "Anna, Hania, EQUIVALENT",
        "Наталья, Natasha, EQUIVALENT",
        "Sasha, Alexander, EQUIVALENT",
        "Sasha, Alexandra, EQUIVALENT",
        "Ivan, John, COGNATE",
        "Yahya, Giovanni, COGNATE",
        "Svyatoslav, Swjatoslaw, SPELLING",
        "محمد, Mohamad, SPELLING",
        "عبد الرحمن, Abderrahmane, SPELLING",
        "Svyatoslav, Svyatosalv, TYPO",
        "Comelia, Cornelia, TYPO",
        "Zlata, Z, INITIAL",
        "A, A, INITIAL",
        "Zlata, S, DIFFERENT",
        "Ivan, Petro, DIFFERENT",
    })
    void findsTheLevelFromEitherSide(String left, String right, NameLevel level) {
        assertThat(TokenComparison.compare(given(left), given(right))).isEqualTo(level);
        assertThat(TokenComparison.compare(given(right), given(left))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "Alexander, Alexandra",
        "Lea, Leo",
        "Ali, Eli",
        "Jan, Jana",
        "Maria, Marina",
        "Maria, Marta",
        "Marco, Mario",
        "Daniel, Daniela",
        "Mila, Mia",
        "Hassan, Hussein",
        "حسن, Hussein",
        "Karim, Karam",
        "Nadia, Nadine",
        "Samir, Samira",
        "Omar, Amr",
        "Said, Saad",
        "Tina, Dina",
        "Lisa, Elsa",
        "Zdzimir, Zdzimira",
    })
    void twoNamesInTheirOwnRightNeverAgreeHoweverAlike(String left, String right) {
        assertThat(TokenComparison.compare(given(left), given(right)).aligns()).isFalse();
        assertThat(TokenComparison.compare(given(right), given(left)).aligns()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Xu, Hsu", "Xia, Hsia", "Si, Szu"})
    void oneSyllableInWadeGilesAndPinyinIsOneRomanisation(String left, String right) {
        assertThat(TokenComparison.compare(family(left), family(right))).isEqualTo(NameLevel.ROMANISED);
        assertThat(TokenComparison.compare(family(right), family(left))).isEqualTo(NameLevel.ROMANISED);
    }

    @ParameterizedTest
    @CsvSource({
        "Kowalska, Kowalski",
        "Nováková, Novák",
        "Němcová, Němec",
        "Kazlauskienė, Kazlauskaitė",
        "Bērziņa, Bērziņš",
        "Jónsdóttir, Jónsson",
        "Παπαδοπούλου, Papadopoulos",
        "Щербакова, Schtscherbakow",
        "De la Cruz, Delacruz",
        "Elmasry, المصري",
        "Ben Ali, Benali",
        "Kim, Gim",
    })
    void oneFamilyIsOneName(String left, String right) {
        assertThat(TokenComparison.compare(family(left), family(right))).isEqualTo(NameLevel.SPELLING);
        assertThat(TokenComparison.compare(family(right), family(left))).isEqualTo(NameLevel.SPELLING);
    }

    @ParameterizedTest
    @CsvSource({
        "kowal, koval, 1, true",
        "kowal, kowall, 1, true",
        "kowal, kwoal, 1, true",
        "kowal, kowal, 1, true",
        "kowal, kvall, 1, false",
        "kowal, kovak, 2, true",
        "kowal, kowalka, 1, false",
        "kowal, kowalka, 2, true",
        "kowal, lawok, 2, false"
    })
    void countsSlips(String a, String b, int slips, boolean within) {
        assertThat(Edits.within(a, b, slips)).isEqualTo(within);
        assertThat(Edits.within(b, a, slips)).isEqualTo(within);
    }

    @Test
    void jaroAndWinklerAgreeWithTheirPaper() {
        assertThat(Edits.jaroWinkler("martha", "marhta")).isCloseTo(.961, within(.001));
        assertThat(Edits.jaroWinkler("dwayne", "duane")).isCloseTo(.84, within(.001));
        assertThat(Edits.jaroWinkler("abc", "xyz")).isZero();
    }

    private static NameToken given(String name) {
        return NameReader.shared().read(PersonName.of(name, null), Set.of()).getFirst();
    }

    private static NameToken family(String name) {
        return NameReader.shared().read(PersonName.of(null, name), Set.of()).getFirst();
    }
}
