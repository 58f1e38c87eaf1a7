package eu.waymark.matching.synthetic;

/**
 * What goes wrong when a child is registered again. Each is tried with its own rate, whatever else goes wrong; of the
 * faults of a date at most one happens. That another agency romanises names by its own standard is no fault: it always
 * happens.
 */
public enum Fault {
    /** Two neighbours swapped, a letter left out, doubled or mistaken. */
    TYPO(.12),
    /** A letter read as one that looks like it: rn for m, 0 for O. */
    OCR(.04),
    /** The name used at home: Sasha for Aleksandr. */
    DIMINUTIVE(.08),
    /** Only the first letter of the given name. */
    INITIAL(.01),
    /** A further given name that nobody else recorded. */
    EXTRA_GIVEN(.02),
    /** Of several given names, or of given name and patronymic, only the first. */
    DROPPED_GIVEN(.25),
    /** Given and family name in each other's field. */
    SWAPPED_NAMES(.03),
    /** Of several surnames only one. */
    DROPPED_SURNAME(.25),
    /** Particles (van, de la, Al-) left out. */
    DROPPED_PARTICLE(.15),
    /** Words written together or with a hyphen, or the hyphen left out. */
    JOINED_NAMES(.08),
    /** A girl's surname in the form that men bear. */
    OTHER_GENDER(.10),
    /** The mother's surname instead: a marriage, an adoption, a divorce. */
    CHANGED_SURNAME(.03),
    /** The whole name in one field. */
    ONE_FIELD(.02),
    /** "Unknown" and its like. */
    PLACEHOLDER(.01),
    MISSING_GIVEN(.004),
    MISSING_FAMILY(.004),
    /** Day and month swapped. */
    SWAPPED_DATE(.03),
    /** One digit wrong, or two neighbouring ones swapped. */
    WRONG_DIGIT(.03),
    /** Only the year. */
    YEAR_ONLY(.03),
    /** About this year or the one beside. */
    APPROXIMATE_YEAR(.03),
    /** Only the month. */
    MONTH_ONLY(.02),
    /** Some years, in one of which the child was born. */
    RANGE(.02),
    /** 1 January of the right year, or of the one beside. */
    DEFAULT_DAY(.03),
    /** The digits of another calendar (Persian, Ethiopic, Umm al-Qura), its year alone converted or not at all. */
    OTHER_CALENDAR(.10),
    /** Two documents, two dates. */
    DISPUTED(.02),
    MISSING_BIRTH(.01),
    UNKNOWN_SEX(.03),
    WRONG_SEX(.003),
    MISSING_NATIONALITY(.05);

    private final double rate;

    Fault(double rate) {
        this.rate = rate;
    }

    /** The share of later registrations at which it is tried; it leaves as they are those to which it does not fit. */
    public double rate() {
        return rate;
    }

    /** Whether it touches the date of birth. */
    boolean ofDate() {
        return compareTo(SWAPPED_DATE) >= 0 && compareTo(MISSING_BIRTH) <= 0;
    }
}
