package eu.waymark.matching.blocking;

import static eu.waymark.matching.People.called;
import static eu.waymark.matching.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateKeysTest {

    private static final Keying KEYING = Keying.plain();
    private static final CandidateKeys KEYS = new CandidateKeys(KEYING);
    private static final HotKeys ALL_HOT = key -> true;
    private static final Demographics ANA = person("Ana", "Koval", "2014-03-05", 2, "UA");

    @Test
    void aQuestionMeetsTheRecordAcrossSpellingScriptAndVagueBirth() {
        for (HotKeys hot : List.of(HotKeys.none(), ALL_HOT)) {
            assertThat(shared(ANA, person("Anna", "Kowal", "2014~", 2, "UA"), hot))
                    .isPositive();
            assertThat(shared(ANA, person("Анна", "Коваль", "2015", 2, "UA"), hot))
                    .isPositive();
            assertThat(shared(ANA, person("Hanna", "Kowal", "2014-05-03", 2, "UA"), hot))
                    .isPositive();
            assertThat(shared(ANA, called("Koval Ana", "2013", 2), hot)).isPositive();
        }
    }

    @Test
    void itNeedsNoBirthAndNoSexEvenWhereEveryKeyIsHot() {
        assertThat(shared(ANA, person("Ana", "Koval", null, 0), ALL_HOT)).isZero();
        assertThat(shared(ANA, person("Ana", "Koval", "2014", 0), ALL_HOT)).isPositive();
        assertThat(shared(person("Ana", "Koval", null, 0), ANA, ALL_HOT)).isPositive();
    }

    @Test
    void oneWordIsEnoughWithADay() {
        assertThat(shared(ANA, person(null, "Kowal", "2014-03-05", 2, "UA"), ALL_HOT))
                .isPositive();
        assertThat(shared(ANA, person("Ana", "Nowak", "2014-03-05", 2, "UA"), HotKeys.none()))
                .isPositive();
    }

    @Test
    void aRangeLongerThanFiveYearsIsFiledAsAnUnknownYearAndStillFound() {
        // Given
        Demographics vague = person("Ana", "Koval", "2000/2012", 2);

        // When
        int shared = shared(vague, ANA, ALL_HOT);

        // Then
        assertThat(shared).isPositive();
        assertThat(KEYS.stored(KeyPerson.of(vague, KEYING), ALL_HOT))
                .hasSizeLessThan(
                        KEYS.stored(KeyPerson.of(person("Ana", "Koval", "2000/2004", 2), KEYING), ALL_HOT).length);
    }

    @Test
    void strangersShareNothing() {
        assertThat(shared(ANA, person("Piotr", "Nowak", "2014-03-05", 1), HotKeys.none()))
                .isZero();
    }

    @Test
    void whoNamesNobodyHasNoKeys() {
        for (Demographics nobody : List.of(
                person(null, null, "2014-03-05", 2, "UA"),
                person("Unknown", null, "2014-03-05", 2),
                person("A", "", "2014-03-05", 2),
                person("\u202e\u0000", "😀", "2014-03-05", 2))) {
            KeyPerson keys = KeyPerson.of(nobody, KEYING);
            assertThat(KEYS.stored(keys, HotKeys.none())).isEmpty();
            assertThat(KEYS.asked(keys, ALL_HOT)).isEmpty();
        }
    }

    @Test
    void anotherSecretGivesOtherKeysForTheSamePeople() {
        // Given
        Keying secret = Keying.secret("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

        // When
        long[] keys = new CandidateKeys(secret).stored(KeyPerson.of(ANA, secret), HotKeys.none());
        long[] plain = KEYS.stored(KeyPerson.of(ANA, KEYING), HotKeys.none());

        // Then
        assertThat(keys).hasSameSizeAs(plain).doesNotContain(plain);
        assertThatThrownBy(() -> Keying.secret(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrdinaryRecordHasFewKeysAndAnOverlongOneIsCutOff() {
        // Given
        List<PersonName> names = IntStream.range(0, 40)
                .mapToObj(i -> PersonName.full("Ana" + "bcdfglmnprst".charAt(i % 12) + "a Kov"
                        + "aeiou".repeat(i % 3 + 1) + "bcdfglmnprst".charAt(i % 11) + " Maria Teresa Lopez Garcia"))
                .toList();
        List<String> births =
                IntStream.range(2000, 2020).mapToObj(year -> year + "-03-05").toList();
        Demographics crowded = Demographics.parse(names, births, 2, List.of());

        // When
        long[] stored = KEYS.stored(KeyPerson.of(crowded, KEYING), HotKeys.none());

        // Then
        assertThat(KEYS.stored(KeyPerson.of(ANA, KEYING), HotKeys.none())).hasSizeBetween(6, 12);
        assertThat(stored).hasSize(CandidateKeys.MAX_STORED);
        assertThat(KEYS.asked(KeyPerson.of(crowded, KEYING), HotKeys.none()))
                .hasSizeLessThanOrEqualTo(CandidateKeys.MAX_ASKED);
    }

    private static int shared(Demographics stored, Demographics question, HotKeys hot) {
        var shared = new ArrayList<>(boxed(KEYS.stored(KeyPerson.of(stored, KEYING), hot)));
        shared.retainAll(boxed(KEYS.asked(KeyPerson.of(question, KEYING), hot)));
        return shared.size();
    }

    private static List<Long> boxed(long[] keys) {
        return Arrays.stream(keys).boxed().toList();
    }
}
