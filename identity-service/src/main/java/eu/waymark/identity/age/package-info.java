/** How old somebody is taken to be, who says so, and that none of it ends a protection. */
@NullMarked
package eu.waymark.identity.age;

import org.jspecify.annotations.NullMarked;
