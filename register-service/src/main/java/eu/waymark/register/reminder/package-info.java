/** Reminds holders of reviews, and of the majority of a child. */
@NullMarked
package eu.waymark.register.reminder;

import org.jspecify.annotations.NullMarked;
