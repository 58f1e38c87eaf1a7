/** What is known of who somebody is, and what makes it valid. */
@NullMarked
package eu.waymark.identity.demographics;

import org.jspecify.annotations.NullMarked;
