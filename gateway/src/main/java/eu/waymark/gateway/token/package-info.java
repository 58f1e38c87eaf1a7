/** The bearer token, checked before anything is forwarded. */
@NullMarked
package eu.waymark.gateway.token;

import org.jspecify.annotations.NullMarked;
