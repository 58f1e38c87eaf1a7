package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
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
        "20XX,        2000-01-01, 2099-12-31, APPROXIMATE",
        "~2014-03-05, 2014-03-05, 2014-03-05, APPROXIMATE",
        "2014-0X,     2014-01-01, 2014-09-30, MONTH",
        "2014-1X,     2014-10-01, 2014-12-31, MONTH",
        "2014-02-2X,  2014-02-20, 2014-02-28, MONTH",
        "2014-XX-05,  2014-01-05, 2014-12-05, YEAR",
        "2012/2015,   2012-01-01, 2015-12-31, RANGE",
        "2012~/2015,  2012-01-01, 2015-12-31, APPROXIMATE",
        "2012-05/2015-02-03, 2012-05-01, 2015-02-03, RANGE",
        "age 15-17 @ 2024-05-01, 2006-05-02, 2009-05-01, AGE",
        "Age 16 @2024-05-01,     2007-05-02, 2008-05-01, AGE",
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
                "201X-05",
                "0014-03-05",
                "2014/2015/2016",
                "2014-3-5",
                "2014-02-3X",
                "2014-2X",
                "2014-22",
                "age 17-15 @ 2024-05-01",
                "age 15 @ 2024-05",
                "age 15",
                "2014-13-05 EC X",
                "martian:2014-03-05",
                "2003-13-07 EC",
                "1388-07-31 SH"
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

    @ParameterizedTest
    @CsvSource({
        "1388-05-12 SH,      2009-08-03, 2009-08-03, PERSIAN,    false",
        "1388-05-12,         2009-08-03, 2009-08-03, PERSIAN,    true",
        "1388,               2009-03-21, 2010-03-20, PERSIAN,    true",
        "1388-12,            2010-02-20, 2010-03-20, PERSIAN,    true",
        "2003-02-10 EC,      2010-10-20, 2010-10-20, ETHIOPIC,   false",
        "ethiopic:2003-02-10, 2010-10-20, 2010-10-20, ETHIOPIC,  false",
        "2003-13-05EC,       2011-09-10, 2011-09-10, ETHIOPIC,   false",
        "1432-09-01 AH,      2011-08-01, 2011-08-01, UMM_AL_QURA, false",
        "1432-09-01,         2011-08-01, 2011-08-01, UMM_AL_QURA, true",
        "2557-03-05,         2014-03-05, 2014-03-05, BUDDHIST,   true",
        "2014-03-05 AD,      2014-03-05, 2014-03-05, GREGORIAN,  false",
    })
    void readsOtherCalendarsWhereTheyAreNamedOrNothingElseMakesSense(
            String text, LocalDate earliest, LocalDate latest, BirthCalendar calendar, boolean inferred) {
        var birth = BirthDate.parse(text);

        assertThat(birth.earliest()).isEqualTo(earliest);
        assertThat(birth.latest()).isEqualTo(latest);
        assertThat(birth.calendar()).isEqualTo(calendar);
        assertThat(birth.inferred()).isEqualTo(inferred);
    }

    @Test
    void theSameFiguresNameAnotherDayInAnotherCalendar() {
        assertThat(BirthDate.parse("2003-02-10").readIn(BirthCalendar.ETHIOPIC)).contains(LocalDate.of(2010, 10, 20));
        assertThat(BirthDate.parse("2003-01-31").readIn(BirthCalendar.ETHIOPIC)).isEmpty();
        assertThat(BirthDate.parse("2003-02").readIn(BirthCalendar.ETHIOPIC)).isEmpty();
    }

    @Test
    void alternativesAreSeveralClaims() {
        assertThat(BirthDate.parseAll("births", "2014-03-05|2013")).hasSize(2);
        assertThat(BirthDate.parseAll("births", "[2014-03-05, 2013-01-01]")).hasSize(2);
        assertThat(BirthDate.parseAll("births", "{2014,2016..2017}"))
                .extracting(BirthDate::quality)
                .containsExactly(BirthQuality.YEAR, BirthQuality.RANGE);
        assertThatThrownBy(() -> BirthDate.parseAll("births", "2014|"))
                .isInstanceOf(InvalidDemographicsException.class);
        assertThatThrownBy(() -> BirthDate.parseAll("births", "2014|".repeat(30) + "2014"))
                .isInstanceOf(InvalidDemographicsException.class);
    }

    @Test
    void anAgeIsTheDaysOnWhichSomebodyOfThatAgeWasBorn() {
        var birth = BirthDate.ofAge(15, 17, LocalDate.of(2024, 2, 29));

        assertThat(birth.earliest()).isEqualTo(LocalDate.of(2006, 3, 1));
        assertThat(birth.latest()).isEqualTo(LocalDate.of(2009, 2, 28));
        assertThatThrownBy(() -> BirthDate.ofAge(-1, 3, LocalDate.of(2024, 2, 29)))
                .isInstanceOf(InvalidDemographicsException.class);
        assertThatThrownBy(() -> BirthDate.ofAge(0, 0, LocalDate.MIN)).isInstanceOf(InvalidDemographicsException.class);
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
        readOrRefused(text);
    }

    @Property(tries = 3000)
    void anythingThatLooksLikeADateIsReadOrRefusedByItsField(
            @ForAll
                    @CharRange(from = '0', to = '3')
                    @Chars({'X', '-', '/', '.', '~', '|', 'A', 'H', ' ', '[', ']', ','})
                    @StringLength(max = 14)
                    String text) {
        readOrRefused(text);
    }

    private static void readOrRefused(String text) {
        try {
            for (var birth : BirthDate.parseAll("birth", text)) {
                assertThat(birth.earliest()).isBeforeOrEqualTo(birth.latest());
            }
        } catch (InvalidDemographicsException refused) {
            assertThat(refused.field()).isEqualTo("birth");
        }
    }
}
