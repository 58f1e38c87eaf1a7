/** Conventions that every Waymark service shares on the wire. */
@NullMarked
package eu.waymark.platform.web;

import org.jspecify.annotations.NullMarked;
