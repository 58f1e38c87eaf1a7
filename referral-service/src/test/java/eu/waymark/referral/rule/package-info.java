@NullMarked
package eu.waymark.referral.rule;

import org.jspecify.annotations.NullMarked;
