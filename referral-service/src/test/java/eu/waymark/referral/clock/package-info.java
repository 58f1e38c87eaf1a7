@NullMarked
package eu.waymark.referral.clock;

import org.jspecify.annotations.NullMarked;
