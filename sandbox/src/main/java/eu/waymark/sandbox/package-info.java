/** The whole suite on one machine: real PostgreSQL, real Keycloak and the services as their packaged jars, each its own process. */
@NullMarked
package eu.waymark.sandbox;

import org.jspecify.annotations.NullMarked;
