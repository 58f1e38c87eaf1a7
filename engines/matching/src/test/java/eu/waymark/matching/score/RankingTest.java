package eu.waymark.matching.score;

import static eu.waymark.matching.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Demographics ANA = person("Ana", "Koval", "2014-03-05", 2, "UA");

    private final MatchingEngine engine = MatchingEngine.standard();

    @Test
    void aTwinDoesNotContestAHitAndIsNamedApart() {
        var ranking = rank(candidate("ana", ANA, null), candidate("twin", twin(), null));

        assertThat(ranking.band()).isEqualTo(Band.CERTAIN);
        assertThat(ranking.hits()).extracting(Ranked::record).containsExactly("ana");
        assertThat(ranking.relatives()).extracting(Ranked::record).containsExactly("twin");
    }

    @Test
    void twoNearEqualCandidatesAreBothOnlyPossible() {
        var ranking = rank(candidate("one", ANA, null), candidate("other", ANA, null));

        assertThat(ranking.hits()).extracting(Ranked::band).containsExactly(Band.POSSIBLE, Band.POSSIBLE);
        assertThat(ranking.hits().getFirst().score().band()).isEqualTo(Band.CERTAIN);
        assertThat(ranking.hits().getFirst().margin()).isZero();
    }

    @Test
    void recordsThatPeopleLinkedDoNotContestEachOther() {
        var ranking = rank(candidate("one", ANA, "identity"), candidate("other", ANA, "identity"));

        assertThat(ranking.hits()).extracting(Ranked::band).containsExactly(Band.CERTAIN, Band.CERTAIN);
        assertThat(ranking.hits().getFirst().margin()).isEqualTo(Ranking.UNCONTESTED);
    }

    @Test
    void nobodyIsAnEmptyRanking() {
        var ranking = rank(candidate("stranger", person("Piotr", "Nowak", "2016-09-09", 1), null));

        assertThat(ranking.hits()).isEmpty();
        assertThat(ranking.band()).isEqualTo(Band.NONE);
    }

    @SafeVarargs
    private Ranking<String> rank(Candidate<String>... candidates) {
        return engine.rank(engine.prepare(person("Anna", "Koval", "2014-03-05", 2, "UA")), List.of(candidates), 2_500);
    }

    private Candidate<String> candidate(String record, Demographics person, @Nullable Object identity) {
        return new Candidate<>(record, identity, engine.prepare(person));
    }

    private static Demographics twin() {
        return person("Petro", "Koval", "2014-03-05", 1, "UA");
    }
}
