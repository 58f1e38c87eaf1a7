@NullMarked
package eu.waymark.referral.agency;

import org.jspecify.annotations.NullMarked;
