/** Limits on rates and on bodies. */
@NullMarked
package eu.waymark.gateway.limit;

import org.jspecify.annotations.NullMarked;
