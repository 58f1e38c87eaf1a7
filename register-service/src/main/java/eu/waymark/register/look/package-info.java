/** Looks: who asked about an entry, told to those responsible for it. */
@NullMarked
package eu.waymark.register.look;

import org.jspecify.annotations.NullMarked;
