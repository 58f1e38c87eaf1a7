@NullMarked
package eu.waymark.referral.running;

import org.jspecify.annotations.NullMarked;
