/** Keeps what is made of person records in memory true to the database, in every replica. */
@NullMarked
package eu.waymark.identity.mirror;

import org.jspecify.annotations.NullMarked;
