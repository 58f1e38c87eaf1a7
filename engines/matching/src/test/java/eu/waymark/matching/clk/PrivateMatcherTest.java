package eu.waymark.matching.clk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivateMatcher.Answer;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateMatcherTest {

    private static final int PEOPLE = 2_000;
    private static final ClkKey KEY =
            ClkKey.of("an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII), "2026-Q4");
    private static final SyntheticPopulation POPULATION = new SyntheticPopulation(3, LocalDate.of(2026, 11, 1));

    private final ClkEncoder encoder = new ClkEncoder(KEY);

    @Test
    void answersHitAskAndNoHit() {
        // Given
        PrivateMatcher matcher = new PrivateMatcher.Builder(false)
                .add(1, stored("Юлия", "Щербакова", "2014-03-05"))
                .add(2, stored("Марія", "Коваль", "2013"))
                .add(3, stored("Anna", "Nowak", "2010-06-06"))
                .add(4, stored("Anna", "Nowak", "2010-06-06"))
                .build();

        // Then
        assertThat(matcher.ask(question("Yulia", "Shcherbakova", "2014-03-05"))).isEqualTo(Answer.HIT);
        assertThat(matcher.ask(question("Mariya", "Kowal", "2013-08-09"))).isEqualTo(Answer.ASK_CONTACT);
        assertThat(matcher.ask(question("Anna", "Nowak", "2010-06-06"))).isEqualTo(Answer.ASK_CONTACT);
        assertThat(matcher.ask(question("Piotr", "Zieliński", "2014-03-05"))).isEqualTo(Answer.NO_HIT);
        assertThat(matcher.size()).isEqualTo(7);
    }

    @Test
    void anEmptyMatcherKnowsNobody() {
        assertThat(new PrivateMatcher.Builder(false).build().ask(question("Anna", "Nowak", "2010-06-06")))
                .isEqualTo(Answer.NO_HIT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsMostChildrenAgainAndFewStrangers(boolean folded) {
        // Given
        var builder = new PrivateMatcher.Builder(folded);
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            encoded(POPULATION.person(i).demographics()).ifPresent(encoded -> builder.add(person, encoded));
        }
        PrivateMatcher matcher = builder.build();

        // When
        Map<Answer, Integer> known = answers(matcher, 0);
        Map<Answer, Integer> strangers = answers(matcher, 1_000_000);

        // Then
        assertThat(known.get(Answer.NO_HIT)).isLessThan(300);
        assertThat(known.get(Answer.HIT)).isGreaterThan(500);
        assertThat(strangers.getOrDefault(Answer.HIT, 0)).isLessThan(5);
        assertThat(strangers.get(Answer.NO_HIT)).isGreaterThan(930);
    }

    @Test
    void linksFilesByEncodingsAlone() {
        // Given
        List<Demographics> left = IntStream.range(0, 500)
                .mapToObj(i -> POPULATION.person(i).demographics())
                .toList();

        // When
        List<ClkLinkage.Pair> pairs = ClkLinkage.pairs(KEY, left, left);

        // Then
        assertThat(pairs.stream().filter(pair -> pair.left() == pair.right()).count())
                .isGreaterThan(450);
        assertThat(pairs)
                .allMatch(pair -> pair.similarity() >= Thresholds.forPeople(500).day());
        assertThat(pairs.stream().filter(pair -> pair.left() != pair.right()).count())
                .isLessThan(40);
    }

    private Map<Answer, Integer> answers(PrivateMatcher matcher, long from) {
        var answers = new EnumMap<Answer, Integer>(Answer.class);
        for (long i = from; i < from + 1_000; i++) {
            if (encoder.question(POPULATION.corrupted(i, 1).demographics()) instanceof Encoded question) {
                answers.merge(matcher.ask(question), 1, Integer::sum);
            }
        }
        return answers;
    }

    private Optional<Encoded> encoded(Demographics person) {
        return encoder.encode(person) instanceof Encoded encoded ? Optional.of(encoded) : Optional.empty();
    }

    private Encoded stored(String given, String family, String birth) {
        return (Encoded) encoder.encode(person(given, family, birth));
    }

    private Encoded question(String given, String family, String birth) {
        return (Encoded) encoder.question(person(given, family, birth));
    }

    private static Demographics person(String given, String family, String birth) {
        return new Demographics(
                List.of(PersonName.of(given, family)), List.of(BirthDate.parse(birth)), Sex.NOT_KNOWN, Set.of());
    }
}
