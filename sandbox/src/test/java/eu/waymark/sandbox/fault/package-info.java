/** What may go wrong with the audit log, done to the real service on a real PostgreSQL. */
@NullMarked
package eu.waymark.sandbox.fault;

import org.jspecify.annotations.NullMarked;
