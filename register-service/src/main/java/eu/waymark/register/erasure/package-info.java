/** What this service lets go when a person record is erased. */
@NullMarked
package eu.waymark.register.erasure;

import org.jspecify.annotations.NullMarked;
