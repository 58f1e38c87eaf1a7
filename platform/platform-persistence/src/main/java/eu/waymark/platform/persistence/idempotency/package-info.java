/** A write that is sent twice happens once. */
@NullMarked
package eu.waymark.platform.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
