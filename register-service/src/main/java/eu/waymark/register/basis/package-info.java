/** Legal bases: on what ground, between which countries and since when something may be told; and the exceptions made for vital interests. */
@NullMarked
package eu.waymark.register.basis;

import org.jspecify.annotations.NullMarked;
