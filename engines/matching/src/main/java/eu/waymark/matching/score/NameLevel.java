package eu.waymark.matching.score;

/** How two words of names agree, best first. */
public enum NameLevel implements Level {
    /** The same letters in the same script. */
    IDENTICAL(Agreement.AGREE),
    /** The same letters once romanised by one of the usual standards. */
    ROMANISED(Agreement.AGREE),
    /** Another spelling of the same sound, or one surname in its two genders. */
    SPELLING(Agreement.AGREE),
    /** A diminutive or short form of the name, or two of one name (Katya, Katyusha). */
    EQUIVALENT(Agreement.AGREE),
    /** The name as another language has it (Ivan, John, Jean). */
    COGNATE(Agreement.AGREE),
    /** One letter wrong, missing, too many or swapped, or letters that a scanner mixes up (rn, m). */
    TYPO(Agreement.PARTLY),
    /** Two such slips in a long word, or one in a short. */
    TYPOS(Agreement.PARTLY),
    /** The same consonants. */
    SKELETON(Agreement.PARTLY),
    /** Much alike: most letters in order, or one word the beginning of the other. */
    SIMILAR(Agreement.PARTLY),
    /** A single letter that begins the other word. */
    INITIAL(Agreement.PARTLY),
    /** Two names in their own right that look alike (Maria, Marina): seldom a slip, mostly somebody else. */
    LOOKALIKE(Agreement.DIFFER),
    DIFFERENT(Agreement.DIFFER),
    /** A further word differs although another of its kind agrees: middle names, second surnames. */
    FURTHER_DIFFERENT(Agreement.PARTLY),
    /** A further word that the other side lacks. */
    EXTRA(Agreement.AGREE);

    private final Agreement agreement;

    NameLevel(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public Agreement agreement() {
        return agreement;
    }

    /** Whether chance agreement depends on how common the word is. */
    boolean perTerm() {
        return compareTo(SIMILAR) <= 0;
    }

    /** Whether two words at this level may be one word. */
    boolean aligns() {
        return compareTo(INITIAL) <= 0;
    }

    /** Whether two words at this level are one name, written rightly or with a single slip. */
    boolean isOneName() {
        return compareTo(TYPO) <= 0;
    }
}
