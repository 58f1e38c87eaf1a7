/** Relations: which agency works with a child, known from the work that it has accepted. */
@NullMarked
package eu.waymark.register.relation;

import org.jspecify.annotations.NullMarked;
