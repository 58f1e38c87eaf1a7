package eu.waymark.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.score.CountedFrequencies;
import eu.waymark.matching.score.Term;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedTermsTest {

    private static final List<Demographics> PEOPLE = SyntheticPeople.generate(41, 400, LocalDate.of(2026, 11, 1))
            .map(SyntheticRecord::demographics)
            .toList();

    @Test
    void sharesAreThoseCountedInPlainTextAlsoAfterSomeHaveGone() {
        // Given
        var terms = new KeyedTerms(Keying.secret("sixteen bytes ok".getBytes(StandardCharsets.US_ASCII)));
        PEOPLE.forEach(terms::add);

        // When
        PEOPLE.subList(200, 400).forEach(terms::remove);

        // Then
        var plain = CountedFrequencies.of(PEOPLE.subList(0, 200).stream());
        for (Demographics person : PEOPLE) {
            for (Term term : Term.of(person)) {
                assertThat(terms.shareOf(term)).isEqualTo(plain.shareOf(term));
            }
        }
    }
}
