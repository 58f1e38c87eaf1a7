/** What the platform does with every request, tried on a service made up for it. */
@NullMarked
package eu.waymark.platform.persistence.http;

import org.jspecify.annotations.NullMarked;
