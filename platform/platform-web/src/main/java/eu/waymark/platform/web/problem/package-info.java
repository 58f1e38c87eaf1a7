/** Errors as RFC 9457 problem details: helpful, and never repeating personal data. */
@NullMarked
package eu.waymark.platform.web.problem;

import org.jspecify.annotations.NullMarked;
