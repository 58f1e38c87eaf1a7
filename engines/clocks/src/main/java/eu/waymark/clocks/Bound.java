package eu.waymark.clocks;

/** What the moment that a rule computes means. */
public enum Bound {
    /** The thing is to be done before it. */
    LATEST,
    /** The thing may not be done before it. */
    EARLIEST
}
