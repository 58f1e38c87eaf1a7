/** Requests for information between authorities: on a basis in force, answered question by question, provably. */
@NullMarked
package eu.waymark.referral.request;

import org.jspecify.annotations.NullMarked;
