package eu.waymark.referral.clock;

import java.time.Instant;

/**
 * How the time for something goes by, as its rule counts it: not the middle between two days, where holidays do not count.
 *
 * @param half when half of the time has gone
 * @param fourFifths when 80 per cent of it have
 * @param escalation when the central authority hears that it is overdue
 */
public record Pace(Instant half, Instant fourFifths, Instant escalation) {}
