package eu.waymark.matching.score;

/**
 * How one kind of relative shows in a register.
 *
 * @param rate how many of them a child has on record, on average
 * @param family how often they share the family name
 * @param given how often they are given the same name
 */
public record Kin(double rate, double family, double given) {}
