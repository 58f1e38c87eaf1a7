/** What is held on a person, told to them. */
@NullMarked
package eu.waymark.identity.subject;

import org.jspecify.annotations.NullMarked;
