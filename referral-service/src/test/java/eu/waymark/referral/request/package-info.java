@NullMarked
package eu.waymark.referral.request;

import org.jspecify.annotations.NullMarked;
