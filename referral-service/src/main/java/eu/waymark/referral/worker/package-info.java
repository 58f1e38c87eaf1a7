/** Who works with the worklist of an agency, who is away, and who stands in for whom. */
@NullMarked
package eu.waymark.referral.worker;

import org.jspecify.annotations.NullMarked;
