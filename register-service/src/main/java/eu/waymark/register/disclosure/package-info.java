/** Disclosures: content after a lawful request, decided by the holder. */
@NullMarked
package eu.waymark.register.disclosure;

import org.jspecify.annotations.NullMarked;
