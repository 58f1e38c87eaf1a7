/** What an agency still has to do, with its clock: one table behind every feature's deadlines and the worklist. */
@NullMarked
package eu.waymark.referral.work;

import org.jspecify.annotations.NullMarked;
