/** Checks: is this child already known to be at risk? */
@NullMarked
package eu.waymark.register.check;

import org.jspecify.annotations.NullMarked;
