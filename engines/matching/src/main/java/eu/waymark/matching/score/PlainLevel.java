package eu.waymark.matching.score;

/** Outcome for fields that are the same or not, and for the prior. */
public enum PlainLevel implements Level {
    PRIOR(Agreement.NOT_COMPARED),
    SAME(Agreement.AGREE),
    DIFFERENT(Agreement.DIFFER);

    private final Agreement agreement;

    PlainLevel(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public Agreement agreement() {
        return agreement;
    }
}
