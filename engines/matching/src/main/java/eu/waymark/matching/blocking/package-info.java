/** Keys that bring two records of one child into the same bucket without comparing everybody with everybody. */
@NullMarked
package eu.waymark.matching.blocking;

import org.jspecify.annotations.NullMarked;
