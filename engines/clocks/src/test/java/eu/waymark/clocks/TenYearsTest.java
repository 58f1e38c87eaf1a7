package eu.waymark.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Due dates for ten years in every country agree with a naive computation on a second source of holidays. Every day is
 * tried with {@code -Dwaymark.clocks.every-day}, and a part of them otherwise.
 */
class TenYearsTest {

    private static final ClockRules RULES = ClockRules.shipped();
    private static final LocalDate END = LocalDate.parse("2036-01-01");
    private static final int STEP = Boolean.getBoolean("waymark.clocks.every-day") ? 1 : 500;

    static Set<String> places() {
        return SecondSource.places();
    }

    @Test
    void everyCountryOfTheDocumentIsTried() {
        assertThat(SecondSource.places())
                .containsAll(RULES.nations())
                .containsAll(RULES.zones().keySet().stream()
                        .filter(place -> !place.contains("-"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("places")
    void theTwoSourcesOfHolidaysDifferOnlyWhereThatIsKnown(String place) {
        // Given
        var calendar = RULES.calendar(place);
        var second = SecondSource.holidays(place);

        // When
        var different = SecondSource.FIRST
                .datesUntil(SecondSource.LAST)
                .filter(day -> !SecondSource.isWeekend(day))
                .filter(day -> calendar.isPublicHoliday(day) != second.contains(day))
                .toList();

        // Then
        assertThat(different.isEmpty())
                .as(place + ": " + different)
                .isEqualTo(!SecondSource.DISPUTED.containsKey(place));
    }

    @ParameterizedTest
    @MethodSource("places")
    void dueDatesOfTenYearsAgreeWithANaiveComputation(String place) {
        // Given
        var calendar = RULES.calendar(place);
        Predicate<LocalDate> holidays = SecondSource.DISPUTED.containsKey(place)
                ? calendar::isPublicHoliday
                : SecondSource.holidays(place)::contains;
        var random = new Random(place.hashCode());

        for (var rule : rules(place)) {
            var naive = new NaiveClock(rule, calendar.zone(), holidays);
            for (var day = SecondSource.FIRST; day.isBefore(END); day = day.plusDays(1 + random.nextInt(STEP))) {
                var start = moment(day, random, calendar);
                var pauses = random.nextInt(3) == 0 ? List.of(pause(start, random)) : List.<Pause>of();

                // When
                var due = Reckoning.of(rule, start, calendar, pauses).due();

                // Then
                if (!due.until().equals(naive.due(start, pauses))) {
                    assertThat(due.until())
                            .as("%s in %s from %s with %s", rule.code(), place, start, pauses)
                            .isEqualTo(naive.due(start, pauses));
                }
            }
        }
    }

    private static List<ClockRule> rules(String place) {
        return Stream.concat(RULES.holdingIn(place).stream(), RULES.holdingIn("EU").stream())
                .distinct()
                .toList();
    }

    private static Instant moment(LocalDate day, Random random, HolidayCalendar calendar) {
        return day.atTime(random.nextInt(24), 10 * random.nextInt(6))
                .atZone(calendar.zone())
                .toInstant();
    }

    private static Pause pause(Instant start, Random random) {
        var from = start.plusSeconds((long) NaiveClock.STEP_SECONDS * random.nextInt(1_000));
        return new Pause(
                from,
                from.plusSeconds((long) NaiveClock.STEP_SECONDS * (1 + random.nextInt(2_000))),
                "request-incomplete");
    }
}
