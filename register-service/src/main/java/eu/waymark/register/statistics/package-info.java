/** Statistics: fixed tables of closed quarters, from which no child can be singled out. */
@NullMarked
package eu.waymark.register.statistics;

import org.jspecify.annotations.NullMarked;
