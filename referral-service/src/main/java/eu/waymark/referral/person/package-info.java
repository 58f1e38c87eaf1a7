/** What this service knows of a person record: whose it is, its audit tag and the key of its texts. Never a name. */
@NullMarked
package eu.waymark.referral.person;

import org.jspecify.annotations.NullMarked;
