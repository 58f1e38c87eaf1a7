package eu.waymark.referral.clock;

import java.time.Instant;

/**
 * When something falls due.
 *
 * @param at the first moment after the period
 * @param rule code of the rule and version of the document that gave it, such as {@code EN-DEC/1}
 */
public record Due(Instant at, String rule) {}
