/** The streaming reverse proxy: what goes through to the services and what comes back. */
@NullMarked
package eu.waymark.gateway.proxy;

import org.jspecify.annotations.NullMarked;
