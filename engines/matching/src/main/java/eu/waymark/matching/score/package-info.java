/** The Fellegi-Sunter comparison of two people, with a reason for every bit. */
@NullMarked
package eu.waymark.matching.score;

import org.jspecify.annotations.NullMarked;
