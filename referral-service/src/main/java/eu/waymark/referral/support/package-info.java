/** The least support that every child gets, what of it is missing, and what the child wants to reach (C13, C17). */
@NullMarked
package eu.waymark.referral.support;

import org.jspecify.annotations.NullMarked;
