/** Where a request wants to go: canonical request targets, the services, the open paths. */
@NullMarked
package eu.waymark.gateway.target;

import org.jspecify.annotations.NullMarked;
