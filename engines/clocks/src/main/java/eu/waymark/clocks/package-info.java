/**
 * When a thing falls due: {@link eu.waymark.clocks.DueDate#of} is a pure function of a rule, a start and a calendar. The
 * rules are a versioned document, since deadlines are law and laws differ and change.
 */
@NullMarked
package eu.waymark.clocks;

import org.jspecify.annotations.NullMarked;
