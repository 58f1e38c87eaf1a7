/** Names made comparable across scripts, spellings and short forms. */
@NullMarked
package eu.waymark.matching.name;

import org.jspecify.annotations.NullMarked;
