/** The person records, encrypted, and the index by which they are found. */
@NullMarked
package eu.waymark.identity.record;

import org.jspecify.annotations.NullMarked;
