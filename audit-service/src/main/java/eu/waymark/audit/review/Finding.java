package eu.waymark.audit.review;

/**
 * Something in the database that the log refutes. It names places, never contents.
 *
 * @param place the key of the row: a leaf index, a tile, a size
 */
record Finding(String table, String place, String what) {}
