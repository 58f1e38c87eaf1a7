/** Lessons: what was learned from closed work, told so that nobody can be known from it. */
@NullMarked
package eu.waymark.referral.lesson;

import org.jspecify.annotations.NullMarked;
