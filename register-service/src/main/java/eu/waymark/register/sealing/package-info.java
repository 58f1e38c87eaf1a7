/** Sealed entries: who is really responsible for a hidden child, for its named workers only (ADR 27). */
@NullMarked
package eu.waymark.register.sealing;

import org.jspecify.annotations.NullMarked;
