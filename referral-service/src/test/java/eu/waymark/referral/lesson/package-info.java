@NullMarked
package eu.waymark.referral.lesson;

import org.jspecify.annotations.NullMarked;
