/** What the gateway answers by itself: problem details, and a count of them by reason. */
@NullMarked
package eu.waymark.gateway.refusal;

import org.jspecify.annotations.NullMarked;
