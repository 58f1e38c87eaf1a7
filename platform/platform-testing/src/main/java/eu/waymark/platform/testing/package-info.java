/** The suite's test kit: real PostgreSQL, real tokens, the OpenAPI contract, the architecture rules. */
@NullMarked
package eu.waymark.platform.testing;

import org.jspecify.annotations.NullMarked;
