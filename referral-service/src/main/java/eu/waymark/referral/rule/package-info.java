/** The rules of clocks, which registrars publish: proposed by one, confirmed by another, in force from a moment on. */
@NullMarked
package eu.waymark.referral.rule;

import org.jspecify.annotations.NullMarked;
