/** This service as a witness of the audit log: it believes no checkpoint that it has not verified, and forgets none. */
@NullMarked
package eu.waymark.platform.persistence.witness;

import org.jspecify.annotations.NullMarked;
