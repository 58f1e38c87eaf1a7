package eu.waymark.referral.clock;

import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.Pause;
import eu.waymark.clocks.Reckoning;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** By when a thing falls due: the law of the place that has to do it, counted in the working days of its nation. */
@ApplicationScoped
public class Clocks {

    private static final String AUTHORITY = "central-authority";
    private static final String UNION = "EU";
    private static final int HALF = 50;
    private static final int FOUR_FIFTHS = 80;

    private final RulesInForce rules;
    private final Agencies agencies;

    Clocks(RulesInForce rules, Agencies agencies) {
        this.rules = rules;
        this.agencies = agencies;
    }

    /**
     * By the law of the place where an agency is.
     *
     * @param country of the agency, for one that the directory does not know
     */
    public Due due(Duty duty, String agency, String country, Instant start) {
        return due(duty, agencies.findByIdOptional(agency).map(Agency::place).orElse(country), start);
    }

    /**
     * By the law of the Union, where it binds those concerned, in the working days of the place where an agency is.
     *
     * @param country of the agency, for one that the directory does not know
     */
    public Due dueInUnion(Duty duty, String agency, String country, Instant start) {
        var place = agencies.findByIdOptional(agency).map(Agency::place).orElse(country);
        var document = rules.now();
        var rule = document.find(UNION + duty.end()).orElseGet(duty::ours);
        return due(Reckoning.of(rule, start, document.nationalCalendar(place), List.<Pause>of()), document.version());
    }

    /** @param place of the agency that has to do it, a country or part of one in ISO 3166 codes */
    public Due due(Duty duty, String place, Instant start) {
        return due(rules.now(), duty, place, start);
    }

    static Due due(ClockRules rules, Duty duty, String place, Instant start) {
        var rule = rules.closest(rules.nationOf(place), duty.end()).orElseGet(duty::ours);
        return due(Reckoning.of(rule, start, rules.nationalCalendar(place), List.<Pause>of()), rules.version());
    }

    /**
     * How a due date came about.
     *
     * @param version of the rule document that gave the rule
     * @return empty where that document has no such rule
     */
    public Optional<Reckoning> reckon(String code, String version, String place, Instant start, List<Pause> pauses) {
        return rules.version(version).flatMap(document -> document.find(code)
                .or(() -> Duty.ourRule(code))
                .map(rule -> Reckoning.of(rule, start, document.nationalCalendar(place), pauses)));
    }

    /** The same due date with how the time until then goes by, where its rule is known and gives that date without a pause. */
    public Due paced(Due due, String place, Instant start) {
        var named = due.rule().split("/", 2);
        return reckon(named[0], named[named.length - 1], place, start, List.of())
                .filter(reckoning -> reckoning.due().until().equals(due.at()))
                .map(reckoning -> new Due(due.at(), due.rule(), pace(reckoning)))
                .orElse(due);
    }

    /** Whose law and calendar hold in a place. */
    public String nation(String place) {
        return rules.now().nationOf(place);
    }

    /** @param version of the rule document that gave the rule */
    public static Due due(Reckoning reckoning, String version) {
        return new Due(reckoning.due().until(), reckoning.rule().code() + "/" + version, pace(reckoning));
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
