@NullMarked
package eu.waymark.referral;

import org.jspecify.annotations.NullMarked;
