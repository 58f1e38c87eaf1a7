package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {

    @ParameterizedTest
    @CsvSource({
        "2014-03-05,  2014-03-05, 2014-03-05, EXACT",
        "2014-01-01,  2014-01-01, 2014-01-01, DEFAULT_DAY",
        "2014-03-05?, 2014-03-05, 2014-03-05, APPROXIMATE",
        "2014-02,     2014-02-01, 2014-02-28, MONTH",
        "2014-02-XX,  2014-02-01, 2014-02-28, MONTH",
        "2014,        2014-01-01, 2014-12-31, YEAR",
        "2014-XX-XX,  2014-01-01, 2014-12-31, YEAR",
        "2014~,       2014-01-01, 2014-12-31, APPROXIMATE",
        "2014?,       2014-01-01, 2014-12-31, APPROXIMATE",
        "201X,        2010-01-01, 2019-12-31, APPROXIMATE",
        "2012/2015,   2012-01-01, 2015-12-31, APPROXIMATE",
        "2012-05/2015-02-03, 2012-05-01, 2015-02-03, APPROXIMATE",
    })
    void readsTheDaysAndTheQualityOfAClaim(String edtf, LocalDate earliest, LocalDate latest, BirthQuality quality) {
        var birth = BirthDate.parse(edtf);

        assertThat(birth.earliest()).isEqualTo(earliest);
        assertThat(birth.latest()).isEqualTo(latest);
        assertThat(birth.quality()).isEqualTo(quality);
        assertThat(birth.known()).isTrue();
    }

    @Test
    void anOpenIntervalIsNotKnown() {
        assertThat(BirthDate.parse("../..").known()).isFalse();
        assertThat(BirthDate.parse("../2015").known()).isTrue();
        assertThat(BirthDate.parse("2012/..").latest()).isEqualTo(LocalDate.MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-02-31",
                "31-02",
                "31.02.2014",
                "2014-13",
                "2015/2012",
                "",
                "yesterday",
                "2014-XX-05",
                "201X-05",
                "0014-03-05",
                "2014/2015/2016",
                "2014-3-5"
            })
    void refusesWhatIsNoBirthAndNeverRepeatsIt(String edtf) {
        assertThatThrownBy(() -> BirthDate.parse("births[1]", edtf))
                .isInstanceOfSatisfying(InvalidDemographicsException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("births[1]");
                    assertThat(refused).hasNoCause();
                    if (!edtf.isEmpty()) {
                        assertThat(refused.getMessage())
                                .startsWith("births[1] ")
                                .doesNotContain(edtf);
                    }
                });
    }

    @Property
    void everyDayIsReadAsItself(@ForAll @DateRange(min = "1900-01-01", max = "2100-12-31") LocalDate day) {
        var birth = BirthDate.parse(day.toString());

        assertThat(birth.isDay()).isTrue();
        assertThat(birth.earliest()).isEqualTo(day);
    }

    @Property
    void aMonthLiesWithinItsYear(
            @ForAll @IntRange(min = 1900, max = 2100) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        var ofMonth = BirthDate.parse(YearMonth.of(year, month).toString());
        var ofYear = BirthDate.parse(String.valueOf(year));

        assertThat(ofMonth.earliest()).isBetween(ofYear.earliest(), ofYear.latest());
        assertThat(ofMonth.latest()).isBetween(ofMonth.earliest(), ofYear.latest());
    }

    @Property
    void anyTextIsReadOrRefusedByItsField(@ForAll String text) {
        try {
            var birth = BirthDate.parse("birth", text);
            assertThat(birth.earliest()).isBeforeOrEqualTo(birth.latest());
        } catch (InvalidDemographicsException refused) {
            assertThat(refused.field()).isEqualTo("birth");
        }
    }
}
