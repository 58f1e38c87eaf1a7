package eu.waymark.matching.train;

/** What two records may be to each other, in the order of {@link LinkModel#posterior}. */
public enum Kin {
    /** One person. */
    PERSON,
    /** Of one family: they share its name and home, twins also the birth. */
    RELATIVES,
    /** Of one place. */
    NEIGHBOURS;

    /** Of two children of one family, how often they are twins (births in Europe, rounded up). */
    private static final double TWINS = .03;

    /** What a slot's evidence for one person says for this, in natural logarithm of the odds against strangers. */
    double evidence(Shared shared, double person) {
        return switch (this) {
            case PERSON -> person;
            case NEIGHBOURS -> shared == Shared.NEIGHBOURS ? person : 0;
            case RELATIVES ->
                switch (shared) {
                    case NOBODY -> 0;
                    case TWINS -> Math.log(1 - TWINS + TWINS * Math.exp(person));
                    case FAMILY, NEIGHBOURS -> person;
                };
        };
    }
}
