/** What people decide about two records, and which records are one child by it. */
@NullMarked
package eu.waymark.identity.link;

import org.jspecify.annotations.NullMarked;
