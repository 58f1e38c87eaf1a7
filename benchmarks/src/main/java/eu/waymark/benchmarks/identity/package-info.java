@NullMarked
package eu.waymark.benchmarks.identity;

import org.jspecify.annotations.NullMarked;
