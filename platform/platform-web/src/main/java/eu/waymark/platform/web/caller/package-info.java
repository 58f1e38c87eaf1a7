/** Who asks, and on what stated purpose and basis. */
@NullMarked
package eu.waymark.platform.web.caller;

import org.jspecify.annotations.NullMarked;
