/** Whether the access policy permits what a caller asks for. */
@NullMarked
package eu.waymark.register.access;

import org.jspecify.annotations.NullMarked;
