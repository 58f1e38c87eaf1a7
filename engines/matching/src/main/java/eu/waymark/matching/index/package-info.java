/** An index of people in memory: primitive columns, no object per person, the keys of {@code blocking}. */
@NullMarked
package eu.waymark.matching.index;

import org.jspecify.annotations.NullMarked;
