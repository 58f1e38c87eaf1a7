package eu.waymark.matching.score;

/**
 * A candidate in its place.
 *
 * @param record the caller's handle
 * @param score on its own
 * @param band with the margin taken into account
 * @param margin bits to the best record of another identity, negative where that is better; at most
 *     {@link Ranking#UNCONTESTED}
 */
public record Ranked<T>(T record, Score score, Band band, double margin) {}
