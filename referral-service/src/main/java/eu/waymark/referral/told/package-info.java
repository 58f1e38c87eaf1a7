/** What the register is told, so that it can notify agencies and knows who works with a child. */
@NullMarked
package eu.waymark.referral.told;

import org.jspecify.annotations.NullMarked;
