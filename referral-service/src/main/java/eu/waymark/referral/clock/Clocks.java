package eu.waymark.referral.clock;

import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.DueDate;
import eu.waymark.clocks.HolidayCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** By when a thing falls due: the law of the country that has to do it, counted in its own working days. */
@ApplicationScoped
public class Clocks {

    private final ClockRules rules = ClockRules.shipped();
    private final Map<String, HolidayCalendar> calendars = new ConcurrentHashMap<>();

    /** @param country of the agency that has to do it, in ISO 3166 codes */
    public Due due(Duty duty, String country, Instant start) {
        var rule = rules.holdingIn(country).stream()
                .filter(duty::isMetBy)
                .findFirst()
                .orElseGet(duty::ours);
        var calendar = calendars.computeIfAbsent(country, this::calendar);
        return new Due(DueDate.of(rule, start, calendar).until(), rule.code() + "/" + rules.version());
    }

    private HolidayCalendar calendar(String country) {
        try {
            return rules.calendar(country);
        } catch (IllegalArgumentException unknown) {
            // Too early a deadline is a nuisance; no deadline at all would be a danger.
            return new WeekendsOnly();
        }
    }

    private record WeekendsOnly() implements HolidayCalendar {

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean isPublicHoliday(LocalDate date) {
            return false;
        }
    }
}
