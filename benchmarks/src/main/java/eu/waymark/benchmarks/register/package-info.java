/** What the register does under load and when it is killed in the middle. */
@NullMarked
package eu.waymark.benchmarks.register;

import org.jspecify.annotations.NullMarked;
