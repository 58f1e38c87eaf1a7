/** What is settled before anything starts: which parts there are, where they listen, where their files lie. */
@NullMarked
package eu.waymark.sandbox.setup;

import org.jspecify.annotations.NullMarked;
