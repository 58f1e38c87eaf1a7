package eu.waymark.identity.link;

import java.util.Set;
import java.util.UUID;

/** Fired in the transaction in which records were linked or parted. */
public record IdentitiesChanged(Set<UUID> records) {}
