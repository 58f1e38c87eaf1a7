package eu.waymark.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Ranked;
import eu.waymark.matching.score.Ranking;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemorySearchTest {

    private static final long POPULATION = 1_000_000;
    private static final MatchingEngine ENGINE = MatchingEngine.standard();
    private static final List<Demographics> PEOPLE = SyntheticPeople.generate(17, 1_500, LocalDate.of(2026, 11, 1))
            .map(SyntheticRecord::demographics)
            .toList();
    private static final List<Candidate<Long>> EVERYBODY = IntStream.range(0, PEOPLE.size())
            .mapToObj(i -> Candidate.alone((long) i, ENGINE.prepare(PEOPLE.get(i))))
            .toList();

    @Test
    void whoeverComparingWithEverybodyCallsAMatchIsFoundWithTheSameScore() {
        // Given
        var index = new MemoryIndex(Keying.plain(), 20);
        IntStream.range(0, PEOPLE.size()).forEach(i -> index.put(i, PEOPLE.get(i)));
        var search = new MemorySearch(index, ENGINE);

        for (int i = 0; i < PEOPLE.size(); i += 5) {
            // When
            Ranking<Long> found = search.search(PEOPLE.get(i), 500, POPULATION);
            Ranking<Long> brute = everybody(PEOPLE.get(i));

            // Then
            assertThat(likely(found)).isEqualTo(likely(brute));
            assertThat(found.hits().getFirst().score().weight())
                    .isEqualTo(brute.hits().getFirst().score().weight());
        }
    }

    @Test
    void rankingThePlainCandidatesGivesTheSame() {
        // Given
        var index = new MemoryIndex(Keying.plain());
        IntStream.range(0, PEOPLE.size()).forEach(i -> index.put(i, PEOPLE.get(i)));
        CandidateIndex plain = index;
        var search = new MemorySearch(index, ENGINE);

        for (int i = 0; i < PEOPLE.size(); i += 7) {
            // When
            Ranking<Long> found = search.search(PEOPLE.get(i), 500, POPULATION);
            List<Candidate<Long>> candidates = Arrays.stream(plain.candidates(PEOPLE.get(i), 500))
                    .mapToObj(id -> EVERYBODY.get((int) id))
                    .toList();
            Ranking<Long> ranked = ENGINE.rank(ENGINE.prepare(PEOPLE.get(i)), candidates, POPULATION);

            // Then
            assertThat(likely(found)).isEqualTo(likely(ranked));
        }
    }

    private static Ranking<Long> everybody(Demographics asked) {
        return ENGINE.rank(ENGINE.prepare(asked), EVERYBODY, POPULATION);
    }

    /** Sorted, since two may weigh the same; below a certain match nobody looks further for those who are only likely. */
    private static List<String> likely(Ranking<Long> ranking) {
        double certain = ENGINE.parameters().thresholds().certain();
        boolean found = ranking.hits().stream().anyMatch(hit -> hit.score().probability() >= certain);
        return ranking.hits().stream()
                .filter(hit -> hit.score().probability() >= (found ? certain : .5))
                .map(MemorySearchTest::text)
                .sorted()
                .toList();
    }

    private static String text(Ranked<Long> hit) {
        return hit.record() + " " + hit.score().weight();
    }
}
