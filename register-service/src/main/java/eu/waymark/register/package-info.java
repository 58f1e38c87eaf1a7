/** Who is at risk, who is responsible, who may know. */
@NullMarked
package eu.waymark.register;

import org.jspecify.annotations.NullMarked;
