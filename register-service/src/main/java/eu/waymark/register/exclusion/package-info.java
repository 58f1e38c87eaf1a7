/** Exclusions: who gets the answer that nobody is known, and who is told when they ask. */
@NullMarked
package eu.waymark.register.exclusion;

import org.jspecify.annotations.NullMarked;
