package eu.waymark.matching.score;

/** How two claims about a birth agree: first those of two exact days, best first, then those that involve a window. */
public enum BirthLevel implements Level {
    /** The same exact day. */
    SAME_DAY(Agreement.AGREE),
    /** The same day when one claim is read in another calendar than its writer said, or within a day of sighting. */
    OTHER_CALENDAR(Agreement.AGREE),
    /** Day and month swapped. */
    SWAPPED(Agreement.PARTLY),
    /** The same day of a neighbouring year, or of another century. */
    YEAR_SLIP(Agreement.PARTLY),
    /** One digit wrong, or two neighbouring digits in each other's place. */
    SLIP(Agreement.PARTLY),
    /** Only the day or only the month differs, by more than a slip. */
    ONE_PART(Agreement.PARTLY),
    /** One is 1 July or 31 December, which some offices write when only the year is known, and the years agree. */
    CONVENTION_DAY(Agreement.PARTLY),
    /** Both 1 January of one year: worth no more than how often offices write that day. */
    SAME_DEFAULT_DAY(Agreement.AGREE),
    /** One may lie within the other; the narrower the window, the more it says. */
    OVERLAP(Agreement.AGREE),
    /** 1 January of the year in which the other's day lies. */
    DEFAULT_YEAR(Agreement.PARTLY),
    /** An estimate, at most a year off. */
    TOLERANCE(Agreement.PARTLY),
    /** Windows, or a default day, at most a year apart. */
    ADJACENT_YEAR(Agreement.PARTLY),
    /** An estimate, at most two years off. */
    NEAR(Agreement.PARTLY),
    /** Two exact days at most two years apart, and no slip makes one of the other. */
    OTHER_DAY(Agreement.DIFFER),
    /** Further apart: another child of that name, until somebody records a second claim. */
    DISJOINT(Agreement.DIFFER);

    private final Agreement agreement;

    BirthLevel(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public Agreement agreement() {
        return agreement;
    }

    /** Whether it takes two exact days to fall on this level. */
    public boolean ofExactDays() {
        return compareTo(CONVENTION_DAY) <= 0 || compareTo(OTHER_DAY) >= 0;
    }

    /** Whether an exact day agrees as a day. */
    boolean isSameDay() {
        return this == SAME_DAY || this == OTHER_CALENDAR;
    }
}
