package eu.waymark.referral.referral;

import eu.waymark.clocks.Bound;
import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.ClockUnit;
import eu.waymark.clocks.DueDate;
import eu.waymark.clocks.HolidayCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** By when a referral should be decided: the law of the recipient's country, counted in its own working days. */
@ApplicationScoped
class DecisionClock {

    /** Where a country's law is not in the rules yet: the English rule, in that country's calendar. */
    private static final ClockRule DEFAULT = new ClockRule(
            "OURS-DEC",
            "ANY",
            "Decision on a referral",
            List.of("referral-received"),
            1,
            ClockUnit.WORKING_DAY,
            Bound.LATEST,
            false,
            "after EN-DEC",
            false);

    private final ClockRules rules = ClockRules.shipped();
    private final Map<String, HolidayCalendar> calendars = new ConcurrentHashMap<>();

    /** When a decision falls due, and by which rule of which document that was computed. */
    record Due(Instant at, String rule) {}

    /** @param country of the recipient, in ISO 3166 codes */
    Due after(Instant sentAt, String country) {
        var rule = rules.holdingIn(country).stream()
                .filter(candidate -> candidate.code().endsWith("-DEC"))
                .findFirst()
                .orElse(DEFAULT);
        var calendar = calendars.computeIfAbsent(country, this::calendar);
        return new Due(DueDate.of(rule, sentAt, calendar).until(), rule.code() + "/" + rules.version());
    }

    private HolidayCalendar calendar(String country) {
        try {
            return rules.calendar(country);
        } catch (IllegalArgumentException unknown) {
            // Too early a deadline is a nuisance; no referral at all would be a danger.
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
