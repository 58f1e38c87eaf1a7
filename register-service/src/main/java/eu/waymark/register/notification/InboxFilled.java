package eu.waymark.register.notification;

import java.time.Instant;

/**
 * A notification came into the inbox of an agency, in the running transaction. Nothing of the notification is told: whoever
 * observes this learns only that there is something to read.
 */
public record InboxFilled(String agency, Instant at) {}
