/** Who is who: names, births and the person records of agencies. Nothing of risk. */
@NullMarked
package eu.waymark.identity;

import org.jspecify.annotations.NullMarked;
