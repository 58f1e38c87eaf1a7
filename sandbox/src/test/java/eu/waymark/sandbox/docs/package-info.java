/** The documents tell the truth about tests and requirements. */
@NullMarked
package eu.waymark.sandbox.docs;

import org.jspecify.annotations.NullMarked;
