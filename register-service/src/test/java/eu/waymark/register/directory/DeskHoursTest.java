package eu.waymark.register.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskHoursTest {

    @ParameterizedTest
    @CsvSource({
        // Monday in Paris, first by summer time, then by winter time
        "2026-07-06T05:59:59Z, false",
        "2026-07-06T06:00:00Z, true",
        "2026-07-06T15:59:59Z, true",
        "2026-07-06T16:00:00Z, false",
        "2026-12-07T06:59:59Z, false",
        "2026-12-07T07:00:00Z, true",
        "2026-12-08T08:00:00Z, false"
    })
    void a_desk_answers_by_its_own_clock(String now, boolean open) {
        var desk = desk("Europe/Paris", Set.of(new Opening(DayOfWeek.MONDAY, 8 * 60, 18 * 60)));

        assertThat(desk.isOpen(Instant.parse(now))).isEqualTo(open);
    }

    @Test
    void day_and_night_is_every_minute_of_the_week() {
        var always = Arrays.stream(DayOfWeek.values())
                .map(day -> new Opening(day, 0, Opening.DAY))
                .collect(Collectors.toSet());
        var desk = desk("Europe/Berlin", always);

        for (var minute = 0; minute < 7 * Opening.DAY; minute += 59) {
            assertThat(desk.isOpen(Instant.parse("2026-03-27T00:00:00Z").plusSeconds(minute * 60L)))
                    .isTrue();
        }
    }

    @Test
    void a_desk_that_gives_no_hours_is_neither_open_nor_closed() {
        assertThat(new Desk().isOpen(Instant.EPOCH)).isNull();
    }

    private static Desk desk(String zone, Set<Opening> openings) {
        var desk = new Desk();
        desk.timeZone = zone;
        desk.openings = openings;
        return desk;
    }
}
