/** What guidelines demand before a piece of work gets to a stage: each step done, or overridden with a reason (F13). */
@NullMarked
package eu.waymark.referral.gate;

import org.jspecify.annotations.NullMarked;
