/** Brings audit events from the outbox to the log, in order, each once, and forgets them when the log is safe. */
@NullMarked
package eu.waymark.platform.persistence.relay;

import org.jspecify.annotations.NullMarked;
