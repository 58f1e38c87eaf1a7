/** By when a thing falls due, by the law of the place that has to do it. */
@NullMarked
package eu.waymark.referral.clock;

import org.jspecify.annotations.NullMarked;
