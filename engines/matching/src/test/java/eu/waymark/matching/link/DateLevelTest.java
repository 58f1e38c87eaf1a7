package eu.waymark.matching.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLevelTest {

    @ParameterizedTest
    @CsvSource({
        "2013-01-31,2013-01-31,EXACT",
        "2013-01-02,2013-02-01,DAY_MONTH_SWAPPED",
        "2013-01-31,2013-01-30,ONE_DIGIT",
        "2013-01-12,2013-01-21,ONE_DIGIT",
        "2013-01-31,2013-11-31,ONE_DIGIT",
        "2013-01-31,2013-12-31,OTHER_MONTH",
        "2013-01-31,2013-01-02,OTHER_DAY",
        "2013-01-31,1987-01-31,OTHER_YEAR",
        "2013-01-31,2014-01-30,TWO_DIGITS",
        "2013-01-31,2013,AS_FAR_AS_KNOWN",
        "2013-01,2013-01-31,AS_FAR_AS_KNOWN",
        "2013-01,2013-02,SAME_YEAR",
        "2013-01-31,2013-12-02,SAME_YEAR",
        "2013-01-31,1987-12-02,DIFFERENT",
        "2013,2012-01-31,NEXT_YEAR",
        "2013-01-31,2014-12-02,NEXT_YEAR",
        "2013,2011-01-31,DIFFERENT"
    })
    void findsTheBestAgreementWhicheverSideIsWhich(String left, String right, DateLevel level) {
        DateValue a = Objects.requireNonNull(DateFormat.EDTF.read(left));
        DateValue b = Objects.requireNonNull(DateFormat.EDTF.read(right));
        assertThat(DateLevel.of(a, a.digits(), b, b.digits())).isEqualTo(level);
        assertThat(DateLevel.of(b, b.digits(), a, a.digits())).isEqualTo(level);
    }
}
