@NullMarked
package eu.waymark.referral.work;

import org.jspecify.annotations.NullMarked;
