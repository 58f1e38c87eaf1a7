/** Measures the write side of the audit log from within its own package. */
@NullMarked
package eu.waymark.audit.log;

import org.jspecify.annotations.NullMarked;
