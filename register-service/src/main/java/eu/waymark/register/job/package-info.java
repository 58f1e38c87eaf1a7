/** What the register does by itself when it is due. */
@NullMarked
package eu.waymark.register.job;

import org.jspecify.annotations.NullMarked;
