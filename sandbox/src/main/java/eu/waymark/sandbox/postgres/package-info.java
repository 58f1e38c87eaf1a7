/** An embedded PostgreSQL with one database and three login roles for each service. */
@NullMarked
package eu.waymark.sandbox.postgres;

import org.jspecify.annotations.NullMarked;
