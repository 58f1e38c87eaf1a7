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

    /** What a slot's evidence for one person says for this, in natural logarithm of the odds against strangers. */
    double evidence(Shared shared, double person) {
        boolean says =
                switch (this) {
                    case PERSON -> true;
                    case TWINS -> shared != Shared.NOBODY;
                    case RELATIVES -> shared == Shared.FAMILY || shared == Shared.NEIGHBOURS;
                    case NEIGHBOURS -> shared == Shared.NEIGHBOURS;
                };
        return says ? person : 0;
    }
}
