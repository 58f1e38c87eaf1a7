/** What every OpenAPI document of the suite has in common. */
@NullMarked
package eu.waymark.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
