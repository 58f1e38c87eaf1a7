@NullMarked
package eu.waymark.referral.person;

import org.jspecify.annotations.NullMarked;
