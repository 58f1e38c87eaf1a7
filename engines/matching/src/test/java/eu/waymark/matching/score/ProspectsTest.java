package eu.waymark.matching.score;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProspectsTest {

    private static final MatchingEngine ENGINE = MatchingEngine.standard();
    private static final List<Demographics> PEOPLE = SyntheticPeople.generate(41, 500, LocalDate.of(2026, 11, 1))
            .map(SyntheticRecord::demographics)
            .toList();

    @Test
    void whoeverMayNotMatchIsNoMatchEvenAmongTwo() {
        // Given
        List<Prepared> people = PEOPLE.stream().map(ENGINE::prepare).toList();
        int excluded = 0;
        int matches = 0;

        for (Prepared left : people) {
            for (Prepared right : people) {
                // When
                boolean may = ENGINE.mayMatch(left, right);
                Band band = ENGINE.score(left, right, 1).band();

                // Then
                assertThat(may || band == Band.NONE).isTrue();
                excluded += may ? 0 : 1;
                matches += band == Band.NONE ? 0 : 1;
            }
        }
        assertThat(excluded).isGreaterThan(PEOPLE.size() * PEOPLE.size() * 9 / 10);
        assertThat(matches).isGreaterThan(PEOPLE.size());
    }
}
