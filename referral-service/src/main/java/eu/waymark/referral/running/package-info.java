/** Clocks that run: how a due date came about, and what may happen to it on the way. */
@NullMarked
package eu.waymark.referral.running;

import org.jspecify.annotations.NullMarked;
