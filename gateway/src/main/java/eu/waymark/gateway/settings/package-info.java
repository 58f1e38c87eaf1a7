/** The gateway's own settings, typed. */
@NullMarked
package eu.waymark.gateway.settings;

import org.jspecify.annotations.NullMarked;
