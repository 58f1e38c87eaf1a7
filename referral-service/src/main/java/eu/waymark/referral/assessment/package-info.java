/** One assessment of a child, written by several agencies, each its own section (domain F8, C39; scenario S6). */
@NullMarked
package eu.waymark.referral.assessment;

import org.jspecify.annotations.NullMarked;
