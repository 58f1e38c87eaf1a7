/** Facts for other services: outbox, relay, inbox. */
@NullMarked
package eu.waymark.platform.persistence.fact;

import org.jspecify.annotations.NullMarked;
