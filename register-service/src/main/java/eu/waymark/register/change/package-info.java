/** What two registrars change together: proposed by one, confirmed or refused by another. */
@NullMarked
package eu.waymark.register.change;

import org.jspecify.annotations.NullMarked;
