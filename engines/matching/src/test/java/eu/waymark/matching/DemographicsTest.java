package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemographicsTest {

    @Test
    void nothingThatIsPrintedShowsThePerson() {
        // Given
        var ana = People.person("Ana", "Koval", "2014-03-05", 2, "UA");

        // When
        String printed = ana.toString()
                + ana.names()
                + ana.births()
                + MatchingEngine.standard().prepare(ana)
                + Term.of(ana);

        // Then
        assertThat(printed).doesNotContainIgnoringCase("ana").doesNotContainIgnoringCase("koval");
        assertThat(printed).doesNotContain("2014").doesNotContain("UA");
    }

    @Test
    void aRefusalNamesTheFieldAndNotTheValue() {
        assertThatThrownBy(() -> Demographics.parse(List.of(), List.of(), 3, List.of()))
                .isInstanceOfSatisfying(InvalidDemographicsException.class, refused -> assertThat(refused.field())
                        .isEqualTo("sex"));
        assertThatThrownBy(() -> Demographics.parse(List.of(), List.of("2014", "2014-02-31"), 1, List.of()))
                .hasMessage("births[1] is not a day of the calendar");
        assertThatThrownBy(() -> Demographics.parse(List.of(), List.of(), 1, List.of("FR", "Narnia")))
                .hasMessage("nationalities[1] is not an ISO 3166-1 alpha-2 code");
    }

    @Test
    void everythingMayBeMissing() {
        var nobody = Demographics.parse(List.of(), List.of(), 0, List.of());

        assertThat(nobody.names()).isEmpty();
        assertThat(nobody.sex().known()).isFalse();
    }
}
