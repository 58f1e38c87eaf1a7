/** Looks as the asker's side has them: its own, and those that the holder is not told of. */
@NullMarked
package eu.waymark.register.lookup;

import org.jspecify.annotations.NullMarked;
