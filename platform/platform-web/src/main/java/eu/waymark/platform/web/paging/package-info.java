/** Cursor-paged lists. */
@NullMarked
package eu.waymark.platform.web.paging;

import org.jspecify.annotations.NullMarked;
