package eu.waymark.matching.train;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.score.BirthLevel;
import eu.waymark.matching.score.Odds;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import eu.waymark.matching.train.EngineTraining.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final int CHILDREN = 150;
    private static final SyntheticPopulation POPULATION = new SyntheticPopulation(9, LocalDate.of(2026, 11, 1));

    @Test
    void whatPeopleDecidedCountsWhateverTheEngineThinks() {
        // Given: every child twice, with births a year apart
        var people = new ArrayList<Demographics>();
        for (int at = 0; at < CHILDREN; at++) {
            people.add(born(at, "2012-05-%02d".formatted(at % 28 + 1)));
            people.add(born(at, "2013-05-%02d".formatted(at % 28 + 1)));
        }

        // When
        var same = yearSlip(learnt(people, true));
        var different = yearSlip(learnt(people, false));

        // Then
        assertThat(same.m()).isGreaterThan(different.m() * 2);
    }

    private static Parameters learnt(List<Demographics> people, boolean same) {
        var verdicts = IntStream.range(0, CHILDREN)
                .mapToObj(at -> new Verdict(2 * at, 2 * at + 1, same))
                .toList();
        return EngineTraining.learn(Parameters.FIRST, people, verdicts, step -> {});
    }

    private static Odds yearSlip(Parameters learnt) {
        return learnt.birth().get(BirthLevel.YEAR_SLIP);
    }

    private static Demographics born(int at, String day) {
        var child = POPULATION.person(at).demographics();
        return new Demographics(child.names(), List.of(BirthDate.parse(day)), child.sex(), child.nationalities());
    }
}
