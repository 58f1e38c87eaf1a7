/** The referral service: work handed from agency to agency. */
@NullMarked
package eu.waymark.referral;

import org.jspecify.annotations.NullMarked;
