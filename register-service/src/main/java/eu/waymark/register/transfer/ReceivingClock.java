package eu.waymark.register.transfer;

import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.DueDate;
import eu.waymark.clocks.HolidayCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when a transfer is to be decided: by the transfer-in rule of the place whose measure it is (domain, EN-TIN, SC-TIN),
 * and where no rule is known by Waymark's own. From which event is counted differs between authorities of one country, so
 * the receiving agency chooses among those of the rule.
 */
record ReceivingClock(ClockRule rule, HolidayCalendar calendar, String start) {

    private static final String TRANSFER_IN = "-TIN";

    /**
     * @param rules those in force
     * @param place where the measure is in force, a country or part of one in ISO 3166 codes
     * @param chosen the event that the receiving agency counts from, if it has chosen one
     */
    static ReceivingClock of(ClockRules rules, String place, Optional<String> chosen) {
        var rule = rules.closest(place, TRANSFER_IN).orElseThrow();
        return new ReceivingClock(rule, rules.calendar(place), rule.startEvent(chosen));
    }

    /** Whether it runs from the proposal, which reaches the other agency's desk at once, or from its reception by a worker. */
    boolean runsFromProposal() {
        return start.equals("referral-received") || start.equals("transfer-notified");
    }

    DueDate dueFrom(Instant moment) {
        return DueDate.of(rule, moment, calendar);
    }
}
