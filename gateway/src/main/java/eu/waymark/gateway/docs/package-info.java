/** The page on which to read and try the API. */
@NullMarked
package eu.waymark.gateway.docs;

import org.jspecify.annotations.NullMarked;
