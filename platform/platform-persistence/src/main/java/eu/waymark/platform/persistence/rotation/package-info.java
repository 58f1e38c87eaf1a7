/** Wraps data keys anew when the row key of a service is replaced. */
@NullMarked
package eu.waymark.platform.persistence.rotation;

import org.jspecify.annotations.NullMarked;
