/** Child processes: start, watch, end, and know again after a restart of the launcher. */
@NullMarked
package eu.waymark.sandbox.process;

import org.jspecify.annotations.NullMarked;
