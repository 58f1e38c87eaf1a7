/** Request ids, preconditions and the idempotency header. */
@NullMarked
package eu.waymark.platform.web.http;

import org.jspecify.annotations.NullMarked;
