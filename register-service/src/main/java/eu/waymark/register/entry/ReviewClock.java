package eu.waymark.register.entry;

import eu.waymark.clocks.DueDate;
import eu.waymark.platform.persistence.clock.RulesInForce;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * When a measure is to be reviewed: by the clocks of the place whose measure it is, as they are on the day that starts them.
 */
@Singleton
class ReviewClock {

    private static final String RULES = """
            from PlaceRule where key.place in :places
             and key.validFrom <= :day and (validTo is null or validTo > :day)""";

    private final EntityManager entities;
    private final RulesInForce inForce;

    ReviewClock(EntityManager entities, RulesInForce inForce) {
        this.entities = entities;
        this.inForce = inForce;
    }

    /** @param place where the measure is in force, a country or part of one in ISO 3166 codes */
    LocalDate first(String place, LocalDate startedOn) {
        return due(place, startedOn, rule -> rule.firstReview);
    }

    LocalDate later(String place, LocalDate reviewedOn) {
        return due(place, reviewedOn, rule -> rule.laterReview);
    }

    /** Of a child who is not born yet. */
    LocalDate unborn(String place, LocalDate startedOn) {
        return due(place, startedOn, rule -> rule.unbornReview);
    }

    LocalDate afterBirth(String place, LocalDate bornOn) {
        return due(place, bornOn, rule -> rule.birthReview);
    }

    private LocalDate due(String place, LocalDate start, Function<PlaceRule, String> which) {
        var code = which.apply(rule(place, start));
        var clocks = inForce.now();
        var rule = clocks.find(code).orElseThrow(() -> new IllegalStateException("No clock rule " + code));
        var calendar = clocks.calendar(place);
        return DueDate.of(rule, start.atStartOfDay(calendar.zone()).toInstant(), calendar)
                .date();
    }

    /** The rule of the place itself, else of its country, else of any. */
    private PlaceRule rule(String place, LocalDate day) {
        var places = List.of(place, place.split("-", 2)[0], PlaceRule.ANY);
        return entities.createQuery(RULES, PlaceRule.class)
                .setParameter("places", places)
                .setParameter("day", day)
                .getResultStream()
                .min(Comparator.comparingInt(rule -> places.indexOf(rule.key.place())))
                .orElseThrow(() -> new IllegalStateException("No rule for places on this day"));
    }
}
