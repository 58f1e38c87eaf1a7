@NullMarked
package eu.waymark.referral.worker;

import org.jspecify.annotations.NullMarked;
