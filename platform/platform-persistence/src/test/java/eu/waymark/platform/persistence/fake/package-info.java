/** An audit log for tests, and the outbox as a test sees it. */
@NullMarked
package eu.waymark.platform.persistence.fake;

import org.jspecify.annotations.NullMarked;
