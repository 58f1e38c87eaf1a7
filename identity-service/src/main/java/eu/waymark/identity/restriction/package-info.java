/** Keeping a record without using it, while it is disputed. */
@NullMarked
package eu.waymark.identity.restriction;

import org.jspecify.annotations.NullMarked;
