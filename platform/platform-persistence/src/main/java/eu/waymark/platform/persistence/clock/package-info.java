/** By which rules clocks run. */
@NullMarked
package eu.waymark.platform.persistence.clock;

import org.jspecify.annotations.NullMarked;
