package eu.waymark.referral.clock;

import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.DueDate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** By when a thing falls due: the law of the place that has to do it, counted in the working days of its nation. */
@ApplicationScoped
public class Clocks {

    private final ClockRules rules = ClockRules.shipped();

    /** @param place of the agency that has to do it, a country or part of one in ISO 3166 codes */
    public Due due(Duty duty, String place, Instant start) {
        var rule = rules.closest(rules.nationOf(place), duty.end()).orElseGet(duty::ours);
        return new Due(
                DueDate.of(rule, start, rules.nationalCalendar(place)).until(), rule.code() + "/" + rules.version());
    }
}
