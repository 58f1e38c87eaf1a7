package eu.waymark.register.basis;

import eu.waymark.clocks.HolidayCalendar;
import eu.waymark.platform.persistence.clock.RulesInForce;
import jakarta.inject.Singleton;

/** By which calendar an agency of a country works: the national one, so that no clock tells the region (invariant 10). */
@Singleton
public class WorkingTime {

    private final RulesInForce rules;

    WorkingTime(RulesInForce rules) {
        this.rules = rules;
    }

    /** Of a country whose holidays are not known: its weekends only, so that a deadline is early and never late. */
    public HolidayCalendar of(String country) {
        return rules.now().nationalCalendar(country);
    }
}
