@NullMarked
package eu.waymark.referral.access;

import org.jspecify.annotations.NullMarked;
