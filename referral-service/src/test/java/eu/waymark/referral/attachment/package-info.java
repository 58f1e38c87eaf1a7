@NullMarked
package eu.waymark.referral.attachment;

import org.jspecify.annotations.NullMarked;
