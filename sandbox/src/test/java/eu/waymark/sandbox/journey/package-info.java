/** The scenarios, walked through the gateway of a real suite with the tokens of real people. */
@NullMarked
package eu.waymark.sandbox.journey;

import org.jspecify.annotations.NullMarked;
