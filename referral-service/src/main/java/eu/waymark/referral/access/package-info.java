/** What the access policy says of referrals. */
@NullMarked
package eu.waymark.referral.access;

import org.jspecify.annotations.NullMarked;
