/** Whether the access policy permits what a caller asks for. */
@NullMarked
package eu.waymark.platform.persistence.access;

import org.jspecify.annotations.NullMarked;
