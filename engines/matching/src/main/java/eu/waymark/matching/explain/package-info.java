/** Says in plain words, in text and in pictures why two records got their score. */
@NullMarked
package eu.waymark.matching.explain;

import org.jspecify.annotations.NullMarked;
