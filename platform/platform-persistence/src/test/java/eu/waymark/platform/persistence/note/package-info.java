/** A small service to try the platform with: notes about children. */
@NullMarked
package eu.waymark.platform.persistence.note;

import org.jspecify.annotations.NullMarked;
