/** Asking whether somebody is already known. */
@NullMarked
package eu.waymark.identity.search;

import org.jspecify.annotations.NullMarked;
