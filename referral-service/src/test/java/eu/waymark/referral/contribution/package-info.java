@NullMarked
package eu.waymark.referral.contribution;

import org.jspecify.annotations.NullMarked;
