/** Referrals: sent by one agency, accepted or rejected by another, revoked by the sender until then. */
@NullMarked
package eu.waymark.referral.referral;

import org.jspecify.annotations.NullMarked;
