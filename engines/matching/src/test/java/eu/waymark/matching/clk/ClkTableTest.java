package eu.waymark.matching.clk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ClkTableTest {

    private static final int PEOPLE = 300;

    @Property(tries = 100)
    void aScanFindsWhatComparingWithEverybodyFinds(
            @ForAll long seed, @ForAll boolean folded, @ForAll @DoubleRange(min = .3, max = 1) double threshold) {
        // Given
        List<Clk> people = people(seed, folded);
        Clk question = people.get((int) Math.floorMod(seed, (long) PEOPLE));
        Set<Integer> found = new HashSet<>();

        // When
        table(people).scan(question, threshold, (person, similarity) -> {
            assertThat(similarity).isEqualTo(people.get(person).dice(question));
            found.add(person);
        });

        // Then
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PEOPLE)
                        .filter(person -> people.get(person).dice(question) >= threshold)
                        .boxed()
                        .toList())
                .isNotEmpty();
    }

    @Property(tries = 50)
    void theMostSimilarComeFirst(@ForAll long seed) {
        // Given
        List<Clk> people = people(seed, false);
        Clk question = ClkTest.random(~seed, false);
        var hits = new Hits(5);

        // When
        table(people).scan(question, .01, hits::offer);

        // Then
        List<Double> best = people.stream()
                .map(question::dice)
                .sorted(Comparator.reverseOrder())
                .limit(5)
                .toList();
        assertThat(IntStream.range(0, 6).mapToObj(hits::similarity).limit(5)).isEqualTo(best);
        assertThat(hits.similarity(5)).isZero();
    }

    @Test
    void aPersonWithSeveralEncodingsIsFoundOnceAsTheMostSimilar() {
        // Given
        var hits = new Hits(2);

        // When
        hits.offer(7, .8);
        hits.offer(8, .85);
        hits.offer(7, .9);
        hits.offer(7, .7);
        hits.offer(9, .5);

        // Then
        assertThat(hits.size()).isEqualTo(2);
        assertThat(hits.person(0)).isEqualTo(7);
        assertThat(hits.similarity(0)).isEqualTo(.9);
        assertThat(hits.person(1)).isEqualTo(8);
    }

    @Test
    void anEmptyTableFindsNobody() {
        var hits = new Hits(1);

        new ClkTable.Builder(Clk.BITS).build().scan(ClkTest.random(1, false), .5, hits::offer);

        assertThat(hits.size()).isZero();
    }

    @Test
    void refusesAQuestionOfAnotherLength() {
        assertThatThrownBy(() -> table(people(1, true)).scan(ClkTest.random(1, false), .5, (person, dice) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ClkTable table(List<Clk> people) {
        var table = new ClkTable.Builder(people.getFirst().length());
        for (int i = 0; i < people.size(); i++) {
            table.add(i, people.get(i));
        }
        return table.build();
    }

    /** Among them some that share half of their words with the first, so that thresholds divide them. */
    private static List<Clk> people(long seed, boolean folded) {
        Clk first = ClkTest.random(seed, folded);
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> ClkTest.random(seed + i, folded))
                .map(clk -> Math.floorMod(clk.cardinality(), 3) == 0 ? mixed(first, clk) : clk)
                .toList();
    }

    private static Clk mixed(Clk first, Clk other) {
        long[] words = new long[first.length() / Long.SIZE];
        for (int i = 0; i < words.length; i++) {
            words[i] = i % 4 == other.cardinality() % 4 ? other.word(i) : first.word(i);
        }
        return Clk.ofWords(words);
    }
}
