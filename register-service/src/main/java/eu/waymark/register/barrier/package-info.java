/** What keeps somebody from a child: exclusions, and claims of protection against a country. */
@NullMarked
package eu.waymark.register.barrier;

import org.jspecify.annotations.NullMarked;
