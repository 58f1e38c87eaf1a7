/** Reads the whole log again, from the bodies of the leaves up to the signatures, and says where something is wrong. */
@NullMarked
package eu.waymark.audit.review;

import org.jspecify.annotations.NullMarked;
