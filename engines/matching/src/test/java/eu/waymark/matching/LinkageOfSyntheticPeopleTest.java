package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.blocking.BlockingKeys;
import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.CountedFrequencies;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.Ranked;
import eu.waymark.matching.score.Ranking;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys and scores together, over a register of invented children whose truth is known. */
class LinkageOfSyntheticPeopleTest {

    private static final List<SyntheticRecord> RECORDS =
            SyntheticPeople.generate(2_014, 5_000, LocalDate.of(2026, 11, 1)).toList();
    private static final Map<String, Set<Integer>> INDEX = new HashMap<>();
    private static final MatchingEngine ENGINE = new MatchingEngine(
            Parameters.FIRST, CountedFrequencies.of(RECORDS.stream().map(SyntheticRecord::demographics)));
    private static final List<Prepared> PREPARED = RECORDS.stream()
            .map(record -> ENGINE.prepare(record.demographics()))
            .toList();

    @BeforeAll
    static void indexTheRegister() {
        for (int i = 0; i < RECORDS.size(); i++) {
            for (String key : BlockingKeys.of(RECORDS.get(i).demographics())) {
                INDEX.computeIfAbsent(key, none -> new HashSet<>()).add(i);
            }
        }
    }

    @Test
    void keysFindTheRepeatedRegistrations() {
        // Given
        int[] repeated = IntStream.range(0, RECORDS.size())
                .filter(i -> RECORDS.get(i).repeated())
                .toArray();

        // When
        long found = IntStream.of(repeated)
                .filter(i -> candidates(i).stream().anyMatch(j -> samePerson(i, j)))
                .count();

        // Then
        assertThat(repeated).hasSizeGreaterThan(400);
        assertThat(found / (double) repeated.length).isGreaterThanOrEqualTo(.95);
    }

    @Test
    void scoresRecogniseThemAndNeverTakeAnotherChildForCertain() {
        int known = 0;
        int recognised = 0;
        for (int i = 0; i < RECORDS.size(); i++) {
            int asked = i;
            Ranking<Integer> ranking = ask(i);
            assertThat(ranking.hits())
                    .filteredOn(hit -> hit.band() == Band.CERTAIN)
                    .allMatch(hit -> samePerson(asked, hit.record()));
            if (RECORDS.get(i).repeated()) {
                known++;
                recognised +=
                        ranking.hits().stream().map(Ranked::record).anyMatch(hit -> samePerson(asked, hit)) ? 1 : 0;
            }
        }
        assertThat(recognised / (double) known).isGreaterThan(.90);
    }

    @Test
    void noTwinIsCertainEvenWithoutTheChildItself() {
        int compared = 0;
        for (int i = 0; i < RECORDS.size(); i++) {
            for (int j : candidates(i)) {
                if (RECORDS.get(i).twin() && sameFamily(i, j) && !samePerson(i, j)) {
                    compared++;
                    assertThat(ENGINE.score(PREPARED.get(i), PREPARED.get(j), RECORDS.size())
                                    .band())
                            .isNotEqualTo(Band.CERTAIN);
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static Ranking<Integer> ask(int asked) {
        List<Candidate<Integer>> candidates = candidates(asked).stream()
                .map(i -> new Candidate<>(i, RECORDS.get(i).personId(), PREPARED.get(i)))
                .toList();
        return ENGINE.rank(PREPARED.get(asked), candidates, RECORDS.size());
    }

    private static Set<Integer> candidates(int asked) {
        var candidates = new HashSet<Integer>();
        for (String key : BlockingKeys.forQuery(RECORDS.get(asked).demographics())) {
            candidates.addAll(INDEX.getOrDefault(key, Set.of()));
        }
        candidates.remove(asked);
        return candidates;
    }

    private static boolean samePerson(int i, int j) {
        return RECORDS.get(i).personId().equals(RECORDS.get(j).personId());
    }

    private static boolean sameFamily(int i, int j) {
        return RECORDS.get(i).familyId().equals(RECORDS.get(j).familyId());
    }
}
