package eu.waymark.matching.score;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.BirthDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthComparisonTest {

    private final BirthComparison births = new BirthComparison(Parameters.FIRST);

    @ParameterizedTest
    @CsvSource({
        "2014-03-05, 2014-03-05, SAME_DAY",
        "2014-01-01, 2014-01-01, SAME_DEFAULT_DAY",
        "2014-01-01, 2014-03-05, DEFAULT_YEAR",
        "2014,       2014-03-05, OVERLAP",
        "2014-03,    2014-03-05, OVERLAP",
        "2014~,      2014-03-05, OVERLAP",
        "2014-01-01, 2014,       OVERLAP",
        "2012/2015,  2014-03-05, OVERLAP",
        "2014-05-03, 2014-03-05, SLIP",
        "2014-03-15, 2014-03-05, SLIP",
        "2015-03-05, 2014-03-05, SLIP",
        "2014~,      2013-01-01, TOLERANCE",
        "2014~,      2015-06-07, TOLERANCE",
        "2014-11-28, 2014-03-05, SAME_YEAR",
        "2015-11-28, 2014-03-05, ADJACENT_YEAR",
        "2013,       2014-03-05, ADJACENT_YEAR",
        "2012-11-28, 2014-03-05, NEAR",
        "2009-03-05, 2014-03-05, DISJOINT",
        "2009~,      2014~,      DISJOINT",
    })
    void findsTheLevelFromEitherSide(String left, String right, BirthLevel level) {
        assertThat(compare(left, right).level()).isEqualTo(level);
        assertThat(compare(right, left)).isEqualTo(compare(left, right));
    }

    @Test
    void theNarrowerTheWindowTheMoreAnOverlapSays() {
        double month = compare("2014-03", "2014-03-05").bits();
        double year = compare("2014", "2014-03-05").bits();
        double years = compare("2012/2015", "2014-03-05").bits();
        double open = compare("../2015", "2014-03-05").bits();

        assertThat(month).isGreaterThan(year);
        assertThat(year).isGreaterThan(years);
        assertThat(open).isZero();
        assertThat(compare("2014-03-05", "2014-03-05").bits()).isGreaterThan(month);
    }

    private Contribution compare(String left, String right) {
        return Objects.requireNonNull(
                births.compare(new BirthDate[] {BirthDate.parse(left)}, new BirthDate[] {BirthDate.parse(right)}));
    }
}
