/** Retention: what has ended is looked at before it goes, and nothing goes by itself. */
@NullMarked
package eu.waymark.register.retention;

import org.jspecify.annotations.NullMarked;
