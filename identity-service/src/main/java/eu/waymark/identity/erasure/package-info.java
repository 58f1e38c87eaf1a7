/** Erasing a person record: one person proposes, another approves, every service lets go, and identity last. */
@NullMarked
package eu.waymark.identity.erasure;

import org.jspecify.annotations.NullMarked;
