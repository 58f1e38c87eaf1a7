/** Learns how often records of one person agree, and strangers do, from pairs that nobody has labelled. */
@NullMarked
package eu.waymark.matching.train;

import org.jspecify.annotations.NullMarked;
