/** Webhooks: agency portals are told that their inbox has changed, and then read it themselves. */
@NullMarked
package eu.waymark.register.webhook;

import org.jspecify.annotations.NullMarked;
