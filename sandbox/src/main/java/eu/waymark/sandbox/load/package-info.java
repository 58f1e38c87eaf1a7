/** Synthetic people, brought in through the public API like everybody else's. */
@NullMarked
package eu.waymark.sandbox.load;

import org.jspecify.annotations.NullMarked;
