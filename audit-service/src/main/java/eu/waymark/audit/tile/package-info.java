/** The log as static tiles (C2SP tlog-tiles): hashes for everybody, entries for compliance. */
@NullMarked
package eu.waymark.audit.tile;

import org.jspecify.annotations.NullMarked;
