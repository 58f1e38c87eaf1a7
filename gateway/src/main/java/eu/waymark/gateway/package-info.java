/** The only door: tokens, limits and routes in front of the services. */
@NullMarked
package eu.waymark.gateway;

import org.jspecify.annotations.NullMarked;
