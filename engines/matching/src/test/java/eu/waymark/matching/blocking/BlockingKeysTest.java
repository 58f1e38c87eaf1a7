package eu.waymark.matching.blocking;

import static eu.waymark.matching.People.called;
import static eu.waymark.matching.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockingKeysTest {

    private static final Demographics ANA = person("Ana", "Koval", "2014-03-05", 2, "UA");

    @Test
    void aQuestionMeetsTheRecordAcrossSpellingScriptAndVagueBirth() {
        assertThat(shared(ANA, person("Anna", "Kowal", "2014~", 2))).isNotEmpty();
        assertThat(shared(ANA, person("Анна", "Коваль", "2015", 2))).isNotEmpty();
        assertThat(shared(ANA, person("Hanna", "Kowal", "2014-05-03", 2))).isNotEmpty();
        assertThat(shared(ANA, called("Koval Ana", "2013", 2))).isNotEmpty();
    }

    @Test
    void itNeedsNoBirth() {
        assertThat(shared(ANA, person("Anna", "Koval", null, 0))).isNotEmpty();
        assertThat(shared(person("Ana", "Koval", "../..", 2), person("Anna", "Koval", "2014-03-05", 2)))
                .isNotEmpty();
    }

    @Test
    void itNeedsOnlyOnePartOfTheName() {
        assertThat(shared(ANA, person(null, "Kowal", "2014-03-05", 2))).isNotEmpty();
        assertThat(shared(ANA, person("Ana", null, "2014", 2))).isNotEmpty();
        assertThat(shared(ANA, person(null, "Koval", "2014~", 2))).isNotEmpty();
    }

    @Test
    void aWrongLetterInOneNameIsBridgedByTheBirth() {
        assertThat(shared(ANA, person("Ana", "Kobal", "2014-03-05", 2))).isNotEmpty();
    }

    @Test
    void strangersShareNothing() {
        assertThat(shared(ANA, person("Piotr", "Nowak", "2014-03-05", 1))).isEmpty();
    }

    @Test
    void aQuestionThatSaysTooLittleHasNoKeys() {
        assertThat(BlockingKeys.forQuery(person(null, "Koval", null, 2))).isEmpty();
        assertThat(BlockingKeys.forQuery(person("Unknown", null, "2014-03-05", 2)))
                .isEmpty();
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
        var crowded = Demographics.parse(names, births, 2, List.of());

        // When
        Set<String> stored = BlockingKeys.of(crowded);

        // Then
        assertThat(BlockingKeys.of(ANA)).hasSizeLessThan(16);
        assertThat(stored).hasSize(BlockingKeys.MAX_STORED);
        assertThat(BlockingKeys.forQuery(crowded)).hasSizeLessThanOrEqualTo(BlockingKeys.MAX_QUERY);
    }

    private static Set<String> shared(Demographics stored, Demographics question) {
        var shared = new HashSet<>(BlockingKeys.of(stored));
        shared.retainAll(BlockingKeys.forQuery(question));
        return shared;
    }
}
