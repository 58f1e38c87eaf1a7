package eu.waymark.matching.score;

/** How two words of names agree, best first. */
public enum NameLevel implements Level {
    /** The same letters, in either script's form. */
    IDENTICAL(Agreement.AGREE),
    /** One name in the lexicon (Anya, Hanna), or one surname in its two genders. */
    EQUIVALENT(Agreement.AGREE),
    /** Another romanisation of the same sound; in scripts without vowels the same consonants. */
    SPELLING(Agreement.AGREE),
    /** One letter wrong, missing, too many or swapped. */
    TYPO(Agreement.PARTLY),
    /** The same consonants. */
    SKELETON(Agreement.PARTLY),
    /** A single letter that begins the other word. */
    INITIAL(Agreement.PARTLY),
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
        return compareTo(SKELETON) <= 0;
    }

    /** Whether two words at this level may be one word. */
    boolean aligns() {
        return compareTo(INITIAL) <= 0;
    }
}
