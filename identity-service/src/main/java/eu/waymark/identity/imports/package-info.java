/** Bringing in the person records of an agency's own system. */
@NullMarked
package eu.waymark.identity.imports;

import org.jspecify.annotations.NullMarked;
