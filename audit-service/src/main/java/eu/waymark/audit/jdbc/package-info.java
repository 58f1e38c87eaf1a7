/** Plain SQL in the running transaction. The log is written in batches and read by shape, so an object mapper would be in the way. */
@NullMarked
package eu.waymark.audit.jdbc;

import org.jspecify.annotations.NullMarked;
