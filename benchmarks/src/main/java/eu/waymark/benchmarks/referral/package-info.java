/** How fast the referral service shows what lies on a full desk. */
@NullMarked
package eu.waymark.benchmarks.referral;

import org.jspecify.annotations.NullMarked;
