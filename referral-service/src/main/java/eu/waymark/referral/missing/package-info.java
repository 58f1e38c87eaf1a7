/** Missing episodes: a child is gone from care or home, what is to be done, its return, and what it says of it. */
@NullMarked
package eu.waymark.referral.missing;

import org.jspecify.annotations.NullMarked;
