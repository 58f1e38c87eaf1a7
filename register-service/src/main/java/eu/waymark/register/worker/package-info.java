/** Named workers: who of the holder's agency works on an entry, and so sees what others do about it. */
@NullMarked
package eu.waymark.register.worker;

import org.jspecify.annotations.NullMarked;
