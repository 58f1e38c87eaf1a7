/**
 * Invented children in families, registered once or several times, for sandbox, benchmarks and tests. Names come from
 * own tables; what goes wrong at a later registration is listed in {@link eu.waymark.matching.synthetic.Fault}.
 */
@NullMarked
package eu.waymark.matching.synthetic;

import org.jspecify.annotations.NullMarked;
