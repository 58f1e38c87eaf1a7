@NullMarked
package eu.waymark.referral.referral;

import org.jspecify.annotations.NullMarked;
