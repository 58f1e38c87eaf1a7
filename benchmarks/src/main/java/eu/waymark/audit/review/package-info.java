/** Measures the review of the audit log from within its own package. */
@NullMarked
package eu.waymark.audit.review;

import org.jspecify.annotations.NullMarked;
