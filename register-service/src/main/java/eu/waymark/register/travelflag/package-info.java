/** Travel flags: a child must not be taken out of the country, by whose decision, and until when. */
@NullMarked
package eu.waymark.register.travelflag;

import org.jspecify.annotations.NullMarked;
