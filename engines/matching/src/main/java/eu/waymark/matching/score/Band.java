package eu.waymark.matching.score;

/** What a score means for a person who has to decide. Never more than a suggestion. */
public enum Band {
    /** Almost surely the same child, and nobody else comes near. */
    CERTAIN,
    /** Worth a human look. */
    POSSIBLE,
    NONE
}
