/** Pairs of records that may be one child, waiting for people to decide. */
@NullMarked
package eu.waymark.identity.review;

import org.jspecify.annotations.NullMarked;
