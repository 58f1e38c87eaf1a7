/** What is known about a child: names, births, sex and nationalities, read and checked, never printed. */
@NullMarked
package eu.waymark.matching;

import org.jspecify.annotations.NullMarked;
