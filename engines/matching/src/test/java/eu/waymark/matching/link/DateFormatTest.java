package eu.waymark.matching.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormatTest {

    @ParameterizedTest
    @CsvSource({
        "2013-01-31,EDTF",
        "2013-01,EDTF",
        "2013~,EDTF",
        "20130131,COMPACT",
        "31.01.2013,DAY_FIRST",
        "31/1/2013,DAY_FIRST",
        "01/31/2013,MONTH_FIRST",
        "2013/01/31,YEAR_FIRST"
    })
    void isFoundFromTheValues(String value, DateFormat format) {
        assertThat(DateFormat.detect(List.of("", value, "not a date"))).isEqualTo(format);
    }

    @Test
    void takesDaysFirstWhereNothingSaysOtherwise() {
        assertThat(DateFormat.detect(List.of("01/02/2013"))).isEqualTo(DateFormat.DAY_FIRST);
        assertThat(DateFormat.detect(List.of("01/02/2013", "02/13/2013"))).isEqualTo(DateFormat.MONTH_FIRST);
    }

    @Test
    void readsADayThatNoCalendarHas() {
        assertThat(DateFormat.COMPACT.read("20131331")).isEqualTo(new DateValue(2013, 13, 31));
        assertThat(DateFormat.COMPACT.read("2013")).isNull();
    }

    @Test
    void readsOfARangeWhatBothEndsShare() {
        assertThat(DateFormat.EDTF.read("2013-05-01/2013-05-20")).isEqualTo(new DateValue(2013, 5, 0));
        assertThat(DateFormat.EDTF.read("2013-01/2013-06~")).isEqualTo(new DateValue(2013, 0, 0));
        assertThat(DateFormat.EDTF.read("2012/2014")).isNull();
        assertThat(DateFormat.EDTF.reads("2012/2014")).isTrue();
        assertThat(DateFormat.EDTF.reads("2012/about 2014")).isFalse();
    }
}
