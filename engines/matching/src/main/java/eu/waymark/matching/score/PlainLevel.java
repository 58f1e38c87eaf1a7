package eu.waymark.matching.score;

/** Outcome for fields that are the same or not, for the prior, and for what relatives explain. */
public enum PlainLevel implements Level {
    PRIOR(Agreement.NOT_COMPARED),
    SAME(Agreement.AGREE),
    DIFFERENT(Agreement.DIFFER),
    /** What was found fits a relative too. */
    RELATIVES(Agreement.NOT_COMPARED);

    private final Agreement agreement;

    PlainLevel(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public Agreement agreement() {
        return agreement;
    }
}
