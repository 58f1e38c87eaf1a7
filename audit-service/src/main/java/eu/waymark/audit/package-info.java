/** The audit service: what happened, provably. */
@NullMarked
package eu.waymark.audit;

import org.jspecify.annotations.NullMarked;
