/** How well and how fast the matching engine does on people whose truth is known, beside other tools on the same people. */
@NullMarked
package eu.waymark.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
