package eu.waymark.matching.score;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.name.Outline;
import eu.waymark.matching.name.TokenForms;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final SyntheticPopulation PEOPLE = new SyntheticPopulation(411, LocalDate.of(2026, 11, 1));
    private static final NameRole[] ROLES = {NameRole.GIVEN, NameRole.FAMILY, NameRole.UNKNOWN};

    @Test
    void neverRulesOutTwoWordsThatAgree() {
        // Given
        List<NameToken> words = words(180);
        // When
        var wrong = new ArrayList<NameLevel>();
        for (NameToken one : words) {
            Outline outline = one.forms().outline();
            for (NameToken other : words) {
                if (!outline.mayAgree(other.forms().outline())) {
                    collect(wrong, one.forms(), other.forms());
                }
            }
        }
        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void neverRulesOutASlipOfTheHand() {
        // Given
        var random = new SplittableRandom(7);
        // When, Then
        for (NameToken word : words(2_000)) {
            String latin = word.forms().latin();
            int at = random.nextInt(latin.length());
            String mistyped = latin.substring(0, at) + (char) ('a' + random.nextInt(26)) + latin.substring(at + 1);
            for (NameToken read : NameReader.shared().read(PersonName.of(mistyped, ""), Set.of())) {
                NameLevel level = TokenComparison.compare(new NameToken(NameRole.GIVEN, word.forms()), read);
                assertThat(level == NameLevel.DIFFERENT
                                || word.forms().outline().mayAgree(read.forms().outline()))
                        .isTrue();
            }
        }
    }

    @Test
    void rulesOutNearlyAllOtherWords() {
        // Given
        List<NameToken> words = words(200);
        // When
        long pairs = 0;
        long left = 0;
        for (NameToken one : words) {
            for (NameToken other : words) {
                if (TokenComparison.compare(one, other) == NameLevel.DIFFERENT) {
                    pairs++;
                    left += one.forms().outline().mayAgree(other.forms().outline()) ? 1 : 0;
                }
            }
        }
        // Then
        assertThat(left / (double) pairs).isLessThan(.12);
    }

    private static void collect(List<NameLevel> wrong, TokenForms one, TokenForms other) {
        for (NameRole left : ROLES) {
            for (NameRole right : ROLES) {
                NameLevel level = TokenComparison.compare(new NameToken(left, one), new NameToken(right, other));
                if (level != NameLevel.DIFFERENT) {
                    wrong.add(level);
                }
            }
        }
    }

    /** Of people and of their corrupted selves. */
    private static List<NameToken> words(int people) {
        return Stream.iterate(0, i -> i < people, i -> i + 1)
                .flatMap(i -> Stream.of(PEOPLE.person(i), PEOPLE.corrupted(i, 1)))
                .flatMap(record -> tokens(record.demographics()))
                .distinct()
                .toList();
    }

    private static Stream<NameToken> tokens(Demographics person) {
        return person.names().stream().flatMap(name -> NameReader.shared().read(name, person.nationalities()).stream());
    }
}
