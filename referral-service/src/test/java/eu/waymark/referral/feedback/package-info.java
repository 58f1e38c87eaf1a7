@NullMarked
package eu.waymark.referral.feedback;

import org.jspecify.annotations.NullMarked;
