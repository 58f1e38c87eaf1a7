/** Countries, agencies, duty desks, measures and the agreements between countries. */
@NullMarked
package eu.waymark.register.directory;

import org.jspecify.annotations.NullMarked;
