/** Tokens for calls between services. */
@NullMarked
package eu.waymark.platform.web.client;

import org.jspecify.annotations.NullMarked;
