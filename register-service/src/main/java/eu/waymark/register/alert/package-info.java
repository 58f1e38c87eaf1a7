/** Alerts: who is to look out for a missing child or one at risk, and, heard by all of them, that it is safe. */
@NullMarked
package eu.waymark.register.alert;

import org.jspecify.annotations.NullMarked;
