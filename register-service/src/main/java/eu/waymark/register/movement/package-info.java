/** Movements: the holder tells those who need to know that a child has moved, may move or is in danger, and they say that they know. */
@NullMarked
package eu.waymark.register.movement;

import org.jspecify.annotations.NullMarked;
