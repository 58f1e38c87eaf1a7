package eu.waymark.matching.score;

import eu.waymark.matching.score.Parameters.Thresholds;
import java.util.Map;

/** The numbers set by hand. Where a rate is not derived here it is an estimate that training replaces. */
final class FirstModel {

    private static final double CHILDHOOD_DAYS = 18 * 365.25;

    private FirstModel() {}

    static Parameters parameters() {
        return new Parameters(
                "2",
                names(new Odds(.005, .95), .09),
                names(new Odds(.03, .97), .06),
                .25,
                births(),
                CHILDHOOD_DAYS,
                Map.of(PlainLevel.SAME, new Odds(.98, .5), PlainLevel.DIFFERENT, new Odds(.02, .5)),
                Map.of(PlainLevel.SAME, new Odds(.9, .3), PlainLevel.DIFFERENT, new Odds(.1, .7)),
                documents(),
                kin(),
                1 / 300.0,
                1 / 2000.0,
                1_000,
                new Thresholds(.999, .05, 6, -.8, .1));
    }

    private static Map<NameLevel, Odds> names(Odds different, double equivalent) {
        return Map.ofEntries(
                Map.entry(NameLevel.IDENTICAL, new Odds(.60, .6)),
                Map.entry(NameLevel.ROMANISED, new Odds(.06, .07)),
                Map.entry(NameLevel.SPELLING, new Odds(.10, .15)),
                Map.entry(NameLevel.EQUIVALENT, new Odds(equivalent, .3)),
                Map.entry(NameLevel.COGNATE, new Odds(.04, .4)),
                Map.entry(NameLevel.TYPO, new Odds(.07, 1)),
                Map.entry(NameLevel.TYPOS, new Odds(.02, 1)),
                Map.entry(NameLevel.SKELETON, new Odds(.02, 1)),
                Map.entry(NameLevel.SIMILAR, new Odds(.02, 2)),
                Map.entry(NameLevel.INITIAL, new Odds(.01, .05)),
                Map.entry(NameLevel.LOOKALIKE, new Odds(.001, .02)),
                Map.entry(NameLevel.DIFFERENT, different),
                Map.entry(NameLevel.FURTHER_DIFFERENT, new Odds(.10, .50)),
                Map.entry(NameLevel.EXTRA, new Odds(.25, .35)));
    }

    /**
     * Of two exact days: u counts the days within reach of the level among those of a childhood (25 days are one digit
     * away, about 40 share the month or the day of the month). Windows: shares of a childhood in years.
     */
    private static Map<BirthLevel, Odds> births() {
        return Map.ofEntries(
                Map.entry(BirthLevel.SAME_DAY, new Odds(.84, 1 / CHILDHOOD_DAYS)),
                Map.entry(BirthLevel.OTHER_CALENDAR, new Odds(.02, 2 / CHILDHOOD_DAYS)),
                Map.entry(BirthLevel.SWAPPED, new Odds(.01, .0002)),
                Map.entry(BirthLevel.YEAR_SLIP, new Odds(.01, 2 / CHILDHOOD_DAYS)),
                Map.entry(BirthLevel.SLIP, new Odds(.055, 25 / CHILDHOOD_DAYS)),
                Map.entry(BirthLevel.ONE_PART, new Odds(.025, 40 / CHILDHOOD_DAYS)),
                Map.entry(BirthLevel.CONVENTION_DAY, new Odds(.01, .003)),
                Map.entry(BirthLevel.OTHER_DAY, new Odds(.0295, .24)),
                Map.entry(BirthLevel.DISJOINT, new Odds(.0005, .74)),
                Map.entry(BirthLevel.SAME_DEFAULT_DAY, new Odds(.90, 1 / 60.0)),
                Map.entry(BirthLevel.OVERLAP, new Odds(.80, 1)),
                Map.entry(BirthLevel.DEFAULT_YEAR, new Odds(.60, 1 / 18.0)),
                Map.entry(BirthLevel.TOLERANCE, new Odds(.20, 2 / 18.0)),
                Map.entry(BirthLevel.ADJACENT_YEAR, new Odds(.06, 2 / 18.0)),
                Map.entry(BirthLevel.NEAR, new Odds(.03, 2 / 18.0)));
    }

    private static Map<DocumentLevel, Odds> documents() {
        return Map.of(
                DocumentLevel.SAME, new Odds(.60, 6e-7),
                DocumentLevel.SLIP, new Odds(.02, 5e-4),
                DocumentLevel.DIFFERENT, new Odds(.38, .9995));
    }

    /** Three in a hundred children are twins; the other rates are of a register of children and families. */
    private static Map<Relation, Kin> kin() {
        return Map.of(
                Relation.TWIN, new Kin(.03, .95, .0005),
                Relation.SIBLING, new Kin(.8, .85, .002),
                Relation.PARENT_OR_CHILD, new Kin(.05, .8, .04),
                Relation.RELATIVE, new Kin(.5, .5, .02));
    }
}
