@NullMarked
package eu.waymark.referral.assessment;

import org.jspecify.annotations.NullMarked;
