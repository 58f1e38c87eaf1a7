@NullMarked
package eu.waymark.referral.trafficking;

import org.jspecify.annotations.NullMarked;
