/** What this service lets go when a person record is erased. */
@NullMarked
package eu.waymark.referral.erasure;

import org.jspecify.annotations.NullMarked;
