/** Whether a child is known, asked without its name. What this protects and what not: docs/privacy-preserving-queries.md. */
@NullMarked
package eu.waymark.identity.privatequery;

import org.jspecify.annotations.NullMarked;
