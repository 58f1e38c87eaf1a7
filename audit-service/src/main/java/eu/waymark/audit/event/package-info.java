/** Reading the events: compliance looks at its own agency's, and each look is an event in turn. */
@NullMarked
package eu.waymark.audit.event;

import org.jspecify.annotations.NullMarked;
