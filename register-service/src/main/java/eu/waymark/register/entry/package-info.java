/** Entries: a measure for a child, and the one agency that is responsible. */
@NullMarked
package eu.waymark.register.entry;

import org.jspecify.annotations.NullMarked;
