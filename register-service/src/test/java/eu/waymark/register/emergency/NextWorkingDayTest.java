package eu.waymark.register.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.clocks.ClockRules;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextWorkingDayTest {

    @ParameterizedTest
    @CsvSource({
        // opened, country, the day there, reviewed by the end of, which is
        "2026-11-19T10:00:00Z, FR, 2026-11-19, 2026-11-20, 2026-11-20T23:00:00Z",
        // a Friday night that is Saturday in Paris
        "2026-11-20T23:30:00Z, FR, 2026-11-21, 2026-11-23, 2026-11-23T23:00:00Z",
        // Christmas and Boxing Day, then a weekend, then the substitute day
        "2026-12-24T10:00:00Z, GB, 2026-12-24, 2026-12-29, 2026-12-30T00:00:00Z",
        // no calendar is known
        "2026-11-20T10:00:00Z, ZZ, 2026-11-20, 2026-11-23, 2026-11-24T00:00:00Z",
    })
    void aReviewIsDueByTheEndOfTheNextWorkingDay(
            Instant opened, String country, String today, String last, Instant until) {
        var due = NextWorkingDay.after(opened, ClockRules.shipped().nationalCalendar(country));
        assertThat(due.today()).hasToString(today);
        assertThat(due.last()).hasToString(last);
        assertThat(due.until()).isEqualTo(until);
    }
}
