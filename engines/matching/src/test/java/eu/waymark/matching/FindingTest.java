package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, FUTURE_BIRTH",
        "2027,       FUTURE_BIRTH",
        "2026-12,    FUTURE_BIRTH",
        "2025/2027,  PARTLY_FUTURE",
        "1998-05-06, NOT_A_CHILD",
        "1990~,      NOT_A_CHILD",
        "1388-05-12, OTHER_CALENDAR",
    })
    void whatIsOddIsNamed(String claim, Finding.Kind kind) {
        assertThat(of("2014-03-05", claim)).containsExactly(new Finding("births[1]", kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026", "2014-03-05", "2001-11-23", "../..", "2012/..", "2003-02-10 EC"})
    void whatMayBeIsNot(String claim) {
        assertThat(of(claim)).isEmpty();
    }

    @Test
    void aBirthToComeCannotBeSoAndAGrownChildMay() {
        assertThat(Finding.Kind.FUTURE_BIRTH.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(Finding.Kind.NOT_A_CHILD.severity()).isEqualTo(Finding.Severity.WARNING);
    }

    private static List<Finding> of(String... claims) {
        return Demographics.parse(List.of(), List.of(claims), 0, List.of()).findings(TODAY);
    }
}
