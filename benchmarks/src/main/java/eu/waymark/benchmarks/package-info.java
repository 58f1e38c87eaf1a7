/** Measurements of a running sandbox, from outside. */
@NullMarked
package eu.waymark.benchmarks;

import org.jspecify.annotations.NullMarked;
