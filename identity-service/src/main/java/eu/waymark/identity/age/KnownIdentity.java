package eu.waymark.identity.age;

import eu.waymark.identity.record.PersonRecord;
import java.util.List;
import java.util.UUID;

/**
 * An identity that the caller has a right to know of.
 *
 * @param records all of it
 * @param own the record for which the caller speaks: of their agency, or else of their country
 * @param held whether that is of the caller's own agency
 */
record KnownIdentity(UUID id, List<PersonRecord> records, PersonRecord own, boolean held) {

    List<UUID> recordIds() {
        return records.stream().map(PersonRecord::id).toList();
    }

    @Override
    public String toString() {
        return "KnownIdentity[" + id + "]";
    }
}
