/** Feedback: what a child says of those who work with it, in its own words and unseen by them. */
@NullMarked
package eu.waymark.referral.feedback;

import org.jspecify.annotations.NullMarked;
