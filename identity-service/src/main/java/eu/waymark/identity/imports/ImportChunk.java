package eu.waymark.identity.imports;

import eu.waymark.identity.record.PersonRecords.Newcomer;
import java.util.List;

/**
 * Some lines of an import that are taken together or not at all.
 *
 * @param lines how many, blank ones too
 * @param good those that can be taken, with their numbers
 */
record ImportChunk(long lines, List<Numbered> good, List<ImportReport.Rejection> rejected) {

    /**
     * A line that can be taken.
     *
     * @param hashes of the person's id in the agency's own system
     * @param newcomer the record to be made of it, unless there is one
     */
    record Numbered(long number, String externalId, List<String> hashes, Newcomer newcomer) {}
}
