package eu.waymark.identity.link;

import java.util.Set;
import java.util.UUID;

/**
 * Fired in the transaction in which records were linked or parted.
 *
 * @param afterErasure whether a record of theirs is gone, and with it what it said of them
 */
public record IdentitiesChanged(Set<UUID> records, boolean afterErasure) {}
