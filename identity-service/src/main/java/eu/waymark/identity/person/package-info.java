/** Making and reading an agency's own person records. */
@NullMarked
package eu.waymark.identity.person;

import org.jspecify.annotations.NullMarked;
