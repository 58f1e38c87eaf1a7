@NullMarked
package eu.waymark.referral.worklist;

import org.jspecify.annotations.NullMarked;
