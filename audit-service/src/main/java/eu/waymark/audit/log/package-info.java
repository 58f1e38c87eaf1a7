/** The transparency log: appending events, signing checkpoints, proving what is in it. */
@NullMarked
package eu.waymark.audit.log;

import org.jspecify.annotations.NullMarked;
