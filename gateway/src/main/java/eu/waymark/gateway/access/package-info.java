/** The access log and the headers that every response carries. */
@NullMarked
package eu.waymark.gateway.access;

import org.jspecify.annotations.NullMarked;
