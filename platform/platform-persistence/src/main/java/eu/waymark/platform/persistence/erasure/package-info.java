/** Erasing what a service holds about a person record, once two people of its agency have decided so. */
@NullMarked
package eu.waymark.platform.persistence.erasure;

import org.jspecify.annotations.NullMarked;
