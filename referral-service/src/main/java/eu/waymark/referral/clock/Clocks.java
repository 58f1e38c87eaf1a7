package eu.waymark.referral.clock;

import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.Reckoning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** By when a thing falls due: the law of the place that has to do it, counted in the working days of its nation. */
@ApplicationScoped
public class Clocks {

    private static final String AUTHORITY = "central-authority";
    private static final int HALF = 50;
    private static final int FOUR_FIFTHS = 80;

    private final ClockRules rules = ClockRules.shipped();

    /** @param place of the agency that has to do it, a country or part of one in ISO 3166 codes */
    public Due due(Duty duty, String place, Instant start) {
        var rule = rules.closest(rules.nationOf(place), duty.end()).orElseGet(duty::ours);
        var reckoning = Reckoning.of(rule, start, rules.nationalCalendar(place), List.of());
        return new Due(reckoning.due().until(), rule.code() + "/" + rules.version(), pace(reckoning));
    }

    /** The same due date with how the time until then goes by, where its rule is known and gives that date without a pause. */
    public Due paced(Due due, String place, Instant start) {
        var code = due.rule().split("/", 2)[0];
        return rules.find(code)
                .or(() -> Duty.ourRule(code))
                .map(rule -> Reckoning.of(rule, start, rules.nationalCalendar(place), List.of()))
                .filter(reckoning -> reckoning.due().until().equals(due.at()))
                .map(reckoning -> new Due(due.at(), due.rule(), pace(reckoning)))
                .orElse(due);
    }

    private static Pace pace(Reckoning reckoning) {
        var escalation = reckoning.escalations().stream()
                .filter(step -> step.to().equals(AUTHORITY))
                .map(Reckoning.Escalation::at)
                .findFirst()
                .orElse(reckoning.due().until());
        return new Pace(reckoning.at(HALF), reckoning.at(FOUR_FIFTHS), escalation);
    }
}
