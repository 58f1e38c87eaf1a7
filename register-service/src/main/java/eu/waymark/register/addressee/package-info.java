/** Addressees: to whom an area, a country or an agency leads when somebody there has to be told. */
@NullMarked
package eu.waymark.register.addressee;

import org.jspecify.annotations.NullMarked;
