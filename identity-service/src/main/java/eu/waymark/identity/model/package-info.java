/** The numbers that matching uses: versioned, learnt when somebody asks for it, in use when a second person says so. */
@NullMarked
package eu.waymark.identity.model;

import org.jspecify.annotations.NullMarked;
