package eu.waymark.matching.train;

/** What two records may be to each other when they are not strangers, in the order of {@link LinkModel#share}. */
public enum Kin {
    /** One person. */
    PERSON,
    /** Of one family, home and birth: different people however much agrees, since their names do not. */
    TWINS,
    /** Of one family and home. */
    RELATIVES,
    /** Of one place. */
    NEIGHBOURS;

    /**
     * What a slot says for this, in natural logarithm of the odds against strangers.
     *
     * @param person what it says for one person
     * @param closer how much more for two that one clerk wrote down together
     */
    double evidence(Shared shared, double person, double closer) {
        return switch (this) {
            case PERSON -> person;
            case TWINS -> shared == Shared.NOBODY ? 0 : person + closer;
            case RELATIVES -> shared == Shared.FAMILY || shared == Shared.NEIGHBOURS ? person : 0;
            case NEIGHBOURS -> shared == Shared.NEIGHBOURS ? person : 0;
        };
    }
}
