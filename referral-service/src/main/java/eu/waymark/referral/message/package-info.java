/** What was said between two sides, as bytes that both can hash. */
@NullMarked
package eu.waymark.referral.message;

import org.jspecify.annotations.NullMarked;
