package eu.waymark.matching.train;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.score.BirthLevel;
import eu.waymark.matching.score.CountedFrequencies;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTrainingTest {

    private static final List<SyntheticRecord> RECORDS =
            SyntheticPeople.generate(3, 1_000, LocalDate.of(2026, 11, 1)).toList();
    private static final List<Demographics> PEOPLE =
            RECORDS.stream().map(SyntheticRecord::demographics).toList();
    private static final Parameters LEARNT = EngineTraining.learn(Parameters.FIRST, PEOPLE, step -> {});

    @Test
    void learnsParametersThatStillTellTheSameChildFromAnother() {
        // When
        var engine = new MatchingEngine(LEARNT, CountedFrequencies.of(PEOPLE.stream()));

        // Then
        int recognised = 0;
        int repeated = 0;
        for (int i = 1; i < RECORDS.size(); i++) {
            double probability = engine.score(
                            engine.prepare(PEOPLE.get(i - 1)), engine.prepare(PEOPLE.get(i)), RECORDS.size())
                    .probability();
            if (RECORDS.get(i).repeated()) {
                repeated++;
                recognised += probability >= .05 ? 1 : 0;
            } else {
                assertThat(probability).isLessThan(.999);
            }
        }
        assertThat(recognised / (double) repeated).isGreaterThan(.9);
    }

    @Test
    void keepsBetterAgreementFromWeighingLess() {
        var days = List.of(
                BirthLevel.SAME_DAY,
                BirthLevel.OTHER_CALENDAR,
                BirthLevel.SLIP,
                BirthLevel.ONE_PART,
                BirthLevel.OTHER_DAY);
        for (int i = 1; i < days.size(); i++) {
            assertThat(LEARNT.birth().get(days.get(i)).bits())
                    .isLessThanOrEqualTo(LEARNT.birth().get(days.get(i - 1)).bits() + 1e-9);
        }
    }

    @Test
    void givesWhatItLearntAVersionOfItsOwnAndTheSameForTheSamePeople() {
        // When
        Parameters few = EngineTraining.learn(Parameters.FIRST, PEOPLE.subList(0, 250), step -> {});
        Parameters again = EngineTraining.learn(Parameters.FIRST, PEOPLE.subList(0, 250), step -> {});

        // Then
        assertThat(again).isEqualTo(few);
        assertThat(LEARNT.version()).startsWith(Parameters.FIRST.version() + "-learnt-");
        assertThat(few.version()).isNotEqualTo(LEARNT.version());
    }

    @Test
    void saysWhatItIsDoingAndLearnsNothingFromNobody() {
        // Given
        var steps = new ArrayList<String>();

        // When
        Parameters nobody = EngineTraining.learn(Parameters.FIRST, List.of(), steps::add);
        Parameters some = EngineTraining.learn(Parameters.FIRST, PEOPLE.subList(0, 200), steps::add);

        // Then
        assertThat(nobody).isSameAs(Parameters.FIRST);
        assertThat(some).isNotEqualTo(Parameters.FIRST);
        assertThat(steps).hasSize(6).first().asString().contains("200 people");
    }
}
