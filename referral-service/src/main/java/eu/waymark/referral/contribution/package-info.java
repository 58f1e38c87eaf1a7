/** Contributions of those without an account: asked for once, written once, read as unverified information of a third party. */
@NullMarked
package eu.waymark.referral.contribution;

import org.jspecify.annotations.NullMarked;
