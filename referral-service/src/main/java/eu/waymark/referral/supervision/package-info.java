/** Supervision: reflection with a supervisor, and apart from it a manager's oversight (Munro 2011). */
@NullMarked
package eu.waymark.referral.supervision;

import org.jspecify.annotations.NullMarked;
