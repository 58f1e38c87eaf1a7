/** One OpenAPI document of all services. */
@NullMarked
package eu.waymark.gateway.openapi;

import org.jspecify.annotations.NullMarked;
