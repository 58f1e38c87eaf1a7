/** Beside the table that it measures, whose scan nobody else may call. */
@NullMarked
package eu.waymark.matching.clk;

import org.jspecify.annotations.NullMarked;
