/** No look without a trace: the audit guard, the audit outbox and its relay. */
@NullMarked
package eu.waymark.platform.persistence.audit;

import org.jspecify.annotations.NullMarked;
