/**
 * Asking whether a child is known without naming it: record-level Bloom filters (CLK: Schnell, Bachteler, Reiher 2011)
 * under a secret key, and their comparison at memory speed. What they protect against and what not stands in
 * {@code docs/privacy-preserving-queries.md}, which also fixes every bit for other implementations.
 */
@NullMarked
package eu.waymark.matching.clk;

import org.jspecify.annotations.NullMarked;
