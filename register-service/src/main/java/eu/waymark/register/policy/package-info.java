/** Who may see what: the access policy as data, what it decides, and why. */
@NullMarked
package eu.waymark.register.policy;

import org.jspecify.annotations.NullMarked;
