/** What this service knows of the directory: the agencies that a referral can be sent to. */
@NullMarked
package eu.waymark.referral.agency;

import org.jspecify.annotations.NullMarked;
