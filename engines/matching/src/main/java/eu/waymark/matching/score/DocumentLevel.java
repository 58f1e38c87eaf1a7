package eu.waymark.matching.score;

/** How documents agree. Only those of one type and issuer are compared. */
public enum DocumentLevel implements Level {
    /** The same number. */
    SAME(Agreement.AGREE),
    /** One character differs: a slip, but also how a family's documents follow each other. */
    SLIP(Agreement.PARTLY),
    /** Other numbers: documents are renewed, so it says little. */
    DIFFERENT(Agreement.DIFFER);

    private final Agreement agreement;

    DocumentLevel(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public Agreement agreement() {
        return agreement;
    }
}
