package eu.waymark.matching.score;

/**
 * How the three fields of a check agree: all that crosses a border.
 *
 * @param name all words together
 * @param birthDate the best pair of claims
 * @param sex compared only where both sides state male or female
 */
public record FieldAgreements(Agreement name, Agreement birthDate, Agreement sex) {}
