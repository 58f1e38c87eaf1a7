@NullMarked
package eu.waymark.referral.missing;

import org.jspecify.annotations.NullMarked;
