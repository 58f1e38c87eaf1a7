/** Transfers: responsibility passes from one agency to the next, without a moment in which nobody has it. */
@NullMarked
package eu.waymark.register.transfer;

import org.jspecify.annotations.NullMarked;
