/** Questions in SQL whose answer is no entity. */
@NullMarked
package eu.waymark.platform.persistence.query;

import org.jspecify.annotations.NullMarked;
