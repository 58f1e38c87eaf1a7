package eu.waymark.matching.score;

/** How two claims about a birth agree. */
public enum BirthLevel implements Level {
    /** The same day. */
    SAME_DAY(Agreement.AGREE),
    /** Both 1 January of one year: worth no more than the year. */
    SAME_DEFAULT_DAY(Agreement.AGREE),
    /** One may lie within the other; the narrower the window, the more it says. */
    OVERLAP(Agreement.AGREE),
    /** 1 January of the year in which the other's day lies. */
    DEFAULT_YEAR(Agreement.PARTLY),
    /** Day and month swapped, or one digit wrong. */
    SLIP(Agreement.PARTLY),
    /** An approximate claim, at most a year off. */
    TOLERANCE(Agreement.PARTLY),
    /** Two different days of one year. */
    SAME_YEAR(Agreement.PARTLY),
    /** Neighbouring years. */
    ADJACENT_YEAR(Agreement.PARTLY),
    /** At most two years apart. */
    NEAR(Agreement.DIFFER),
    /** More than two years apart: another child of that name, until somebody records a second claim. */
    DISJOINT(Agreement.DIFFER);

    private final Agreement agreement;

    BirthLevel(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public Agreement agreement() {
        return agreement;
    }
}
