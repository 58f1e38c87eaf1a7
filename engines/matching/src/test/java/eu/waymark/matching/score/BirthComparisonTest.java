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
        "2014-05-03, 2014-03-05, SWAPPED",
        "2014-03-15, 2014-03-05, SLIP",
        "2014-03-12, 2014-03-21, SLIP",
        "2004-03-05, 2014-03-05, SLIP",
        "2015-03-05, 2014-03-05, YEAR_SLIP",
        "2010-03-05, 2009-03-05, YEAR_SLIP",
        "1914-03-05, 2014-03-05, YEAR_SLIP",
        "2014-03-28, 2014-03-05, ONE_PART",
        "2014-11-05, 2014-03-05, ONE_PART",
        "2014-07-01, 2014-03-05, CONVENTION_DAY",
        "2014-12-31, 2014-03-05, CONVENTION_DAY",
        "2014-12-31, 2014-12-31, SAME_DAY",
        "2014~,      2013-01-01, TOLERANCE",
        "2014~,      2015-06-07, TOLERANCE",
        "age 9 @ 2024-05-01, 2014-03-05, TOLERANCE",
        "age 9-10 @ 2024-05-01, 2014-03-05, OVERLAP",
        "2012~,      2014-03-05, NEAR",
        "2014-11-28, 2014-03-05, OTHER_DAY",
        "2015-11-28, 2014-03-05, OTHER_DAY",
        "2012-11-28, 2014-03-05, OTHER_DAY",
        "2013,       2014-03-05, ADJACENT_YEAR",
        "2013-01-01, 2014-01-01, ADJACENT_YEAR",
        "2012,       2014-03-05, DISJOINT",
        "1984-03-05, 2014-03-05, DISJOINT",
        "2009-03-05, 2014-03-05, DISJOINT",
        "2009~,      2014~,      DISJOINT",
        "1388-05-12 SH, 2009-08-03, SAME_DAY",
        "1388-05-12, 2009-08-03, OTHER_CALENDAR",
        "1388-05-12, 1388-05-12, SAME_DAY",
        "1388,       2009-08-03, OVERLAP",
        "2003-02-10, 2010-10-20, OTHER_CALENDAR",
        "2003-02-10 EC, 2010-10-20, SAME_DAY",
        "1432-09-01 AH, 2011-08-02, OTHER_CALENDAR",
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
        return Objects.requireNonNull(births.compare(prepared(left), prepared(right)))
                .contribution();
    }

    private static PreparedBirth[] prepared(String claim) {
        return new PreparedBirth[] {PreparedBirth.of(BirthDate.parse(claim), BirthFrequencies.unknown())};
    }
}
