/** What lies on an agency's desks: what is due, who does it, and how much of its time has gone. Never which child it is about. */
@NullMarked
package eu.waymark.referral.worklist;

import org.jspecify.annotations.NullMarked;
