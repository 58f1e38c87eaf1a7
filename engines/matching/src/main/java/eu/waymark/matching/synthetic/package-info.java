/** Invented children in families, registered once or several times, for sandbox, benchmarks and tests. */
@NullMarked
package eu.waymark.matching.synthetic;

import org.jspecify.annotations.NullMarked;
