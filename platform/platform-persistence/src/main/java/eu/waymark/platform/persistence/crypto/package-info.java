/** Encryption of rows and keyed hashes of what is searched for. */
@NullMarked
package eu.waymark.platform.persistence.crypto;

import org.jspecify.annotations.NullMarked;
