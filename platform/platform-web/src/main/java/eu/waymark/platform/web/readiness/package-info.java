/** Refuses to start on unsafe production configuration. */
@NullMarked
package eu.waymark.platform.web.readiness;

import org.jspecify.annotations.NullMarked;
