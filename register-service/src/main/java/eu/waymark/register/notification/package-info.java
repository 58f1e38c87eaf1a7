/** Notifications: the inbox of each agency. */
@NullMarked
package eu.waymark.register.notification;

import org.jspecify.annotations.NullMarked;
