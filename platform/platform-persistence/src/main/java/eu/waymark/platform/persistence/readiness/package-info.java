/** Unsafe production configuration of a service with a database. */
@NullMarked
package eu.waymark.platform.persistence.readiness;

import org.jspecify.annotations.NullMarked;
