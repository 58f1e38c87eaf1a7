@NullMarked
package eu.waymark.referral.support;

import org.jspecify.annotations.NullMarked;
