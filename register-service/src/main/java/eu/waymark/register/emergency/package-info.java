/** Emergency access: a child's summary at once, for 30 minutes, and a review afterwards. */
@NullMarked
package eu.waymark.register.emergency;

import org.jspecify.annotations.NullMarked;
