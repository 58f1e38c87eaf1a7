/** Replacing the row key of what is kept beside person records. */
@NullMarked
package eu.waymark.identity.rotation;

import org.jspecify.annotations.NullMarked;
