package eu.waymark.identity.mirror;

import java.util.UUID;

/**
 * The last change of a person record.
 *
 * @param number what a mirror calls the record
 * @param in the transaction that made it
 * @param gone whether there is no record any more
 */
record PersonChange(UUID person, int number, long in, boolean gone) {}
