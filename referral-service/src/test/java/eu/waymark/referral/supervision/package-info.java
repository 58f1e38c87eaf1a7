@NullMarked
package eu.waymark.referral.supervision;

import org.jspecify.annotations.NullMarked;
