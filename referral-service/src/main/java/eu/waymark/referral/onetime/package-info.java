/** One-time codes: how somebody without an account writes once, and reads nothing. */
@NullMarked
package eu.waymark.referral.onetime;

import org.jspecify.annotations.NullMarked;
