/** What a service does by itself when it is due. */
@NullMarked
package eu.waymark.platform.persistence.job;

import org.jspecify.annotations.NullMarked;
