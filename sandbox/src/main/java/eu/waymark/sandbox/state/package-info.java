/** The state directory: secrets, the address book, the record of running processes. */
@NullMarked
package eu.waymark.sandbox.state;

import org.jspecify.annotations.NullMarked;
