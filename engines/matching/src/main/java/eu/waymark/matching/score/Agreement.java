package eu.waymark.matching.score;

/** How a field agrees, coarse enough to tell a foreign agency. */
public enum Agreement {
    AGREE,
    PARTLY,
    DIFFER,
    NOT_COMPARED
}
