/** A steady load on a suite that runs elsewhere, and whether all that it acknowledged stands in the audit log. */
@NullMarked
package eu.waymark.sandbox.trial;

import org.jspecify.annotations.NullMarked;
