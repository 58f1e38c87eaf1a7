package eu.waymark.matching.index;

import static eu.waymark.matching.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryIndexTest {

    private static final int LIMIT = 500;
    private static final Demographics ANA = person("Ana", "Koval", "2014-03-05", 2, "UA");
    private static final List<Demographics> PEOPLE = SyntheticPeople.generate(31, 3_000, LocalDate.of(2026, 11, 1))
            .map(SyntheticRecord::demographics)
            .toList();

    private final MemoryIndex index = new MemoryIndex(Keying.plain());

    @Test
    void aPersonIsFoundByAnySpellingUntilRemoved() {
        // Given
        index.put(Long.MIN_VALUE, ANA);

        // When
        long[] found = index.candidates(person("Анна", "Ковальь", "2014~", 2), LIMIT);
        boolean removed = index.remove(Long.MIN_VALUE);

        // Then
        assertThat(found).containsExactly(Long.MIN_VALUE);
        assertThat(removed).isTrue();
        assertThat(index.candidates(ANA, LIMIT)).isEmpty();
        assertThat(index.remove(Long.MIN_VALUE)).isFalse();
        assertThat(index.size()).isZero();
        assertThat(index.histogram().entries()).isZero();
    }

    @Test
    void whatIsReplacedIsFoundAnewAndNoLongerAsItWas() {
        // Given
        index.put(1, ANA);

        // When
        index.put(1, person("Piotr", "Nowak", "2011-07-09", 1));

        // Then
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.candidates(ANA, LIMIT)).isEmpty();
        assertThat(index.candidates(person("Piotr", "Nowak", null, 1), LIMIT)).containsExactly(1);
        assertThat(index.leftBehind()).isEqualTo(1);
    }

    @Test
    void slipsInBothNamesAreFoundWithoutADay() {
        // Given
        index.put(1, person("Katarzyna", "Kowalczyk", "2014-03-05", 2));

        // When
        long[] found = index.candidates(person("Kararzyna", "Kowalzyk", "2014", 2), LIMIT);

        // Then
        assertThat(found).containsExactly(1);
    }

    @Test
    void nothingStandsForEverybody() {
        for (int i = 0; i < 50; i++) {
            index.put(i, PEOPLE.get(i));
        }
        for (Demographics nobody : List.of(
                person(null, null, "2014-03-05", 2, "UA"),
                person("", " ", null, 0),
                person("*", "%", "2014", 2),
                person("Unknown", "N.N.", null, 0),
                person("A", "B", null, 0),
                Demographics.parse(List.of(), List.of(), 0, List.of()))) {
            index.put(1_000, nobody);
            assertThat(index.candidates(nobody, LIMIT)).isEmpty();
        }
        assertThat(index.candidates(ANA, 0)).isEmpty();
    }

    @Test
    void hotBucketsGiveWayToLongerKeysAndLoseNobody() {
        // Given
        var narrow = new MemoryIndex(Keying.plain(), 4);
        for (int i = 0; i < PEOPLE.size(); i++) {
            narrow.put(i, PEOPLE.get(i));
        }

        // When
        long found = countWhoFindThemselves(narrow);

        // Then
        assertThat(narrow.histogram().hot()).isGreaterThan(100);
        assertThat(found).isEqualTo(PEOPLE.size());
    }

    @Test
    void afterAllAreRemovedNothingIsLeftInAnyBucket() {
        // Given
        var narrow = new MemoryIndex(Keying.plain(), 4);
        for (int i = 0; i < PEOPLE.size(); i++) {
            narrow.put(i, PEOPLE.get(i));
        }

        // When
        for (int i = 0; i < PEOPLE.size(); i++) {
            narrow.remove(i);
        }

        // Then
        assertThat(narrow.histogram().entries()).isZero();
    }

    @Test
    void compactingLosesNobodyAndBringsNobodyBack() {
        // Given
        for (int i = 0; i < PEOPLE.size(); i++) {
            index.put(i, PEOPLE.get(i));
        }
        for (int i = 0; i < PEOPLE.size(); i += 3) {
            index.remove(i);
        }

        // When
        index.compact();

        // Then
        assertThat(index.leftBehind()).isZero();
        assertThat(index.size()).isEqualTo(PEOPLE.size() * 2 / 3);
        assertThat(countWhoFindThemselves(index)).isEqualTo(PEOPLE.size() * 2 / 3);
    }

    @Test
    void aSecretKeyGivesTheSameAnswersAsAPlainOne() {
        // Given
        var secret = new MemoryIndex(Keying.secret("a secret, 16 b. ".getBytes(StandardCharsets.US_ASCII)), 20);
        var plain = new MemoryIndex(Keying.plain(), 20);

        // When
        for (int i = 0; i < PEOPLE.size(); i++) {
            secret.put(i, PEOPLE.get(i));
            plain.put(i, PEOPLE.get(i));
        }

        // Then
        for (Demographics asked : PEOPLE.subList(0, 500)) {
            assertThat(sorted(secret.candidates(asked, 10_000))).isEqualTo(sorted(plain.candidates(asked, 10_000)));
        }
    }

    @Test
    void anyTextIsStoredAndAskedWithoutFailing() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String given = noise(random);
            String family = i % 50 == 0 ? "x".repeat(10_000) + given : noise(random);
            var odd = Demographics.parse(
                    List.of(PersonName.of(given, family), PersonName.full(family)),
                    List.of(List.of("../..", "1850/2026", "../2015", "2014/..", "201X")
                            .get(i % 5)),
                    i % 3,
                    List.of());
            index.put(i, odd);
            index.candidates(odd, LIMIT);
        }
        assertThat(index.size()).isEqualTo(2_000);
    }

    private static String noise(Random random) {
        int[] letters = random.ints(random.nextInt(12), 0, 0x3000)
                .map(letter -> letter % 7 == 0 ? 0x1F600 + letter % 64 : letter)
                .toArray();
        return new String(letters, 0, letters.length);
    }

    private static long countWhoFindThemselves(MemoryIndex index) {
        long found = 0;
        for (int i = 0; i < PEOPLE.size(); i++) {
            long self = i;
            if (Arrays.stream(index.candidates(PEOPLE.get(i), LIMIT)).anyMatch(id -> id == self)) {
                found++;
            }
        }
        return found;
    }

    private static long[] sorted(long[] ids) {
        Arrays.sort(ids);
        return ids;
    }
}
