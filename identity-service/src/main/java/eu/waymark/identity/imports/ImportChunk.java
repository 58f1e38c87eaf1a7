package eu.waymark.identity.imports;

import java.util.List;

/**
 * Some lines of an import that are taken together or not at all.
 *
 * @param lines how many, blank ones too
 * @param good those that can be taken, with their numbers
 */
record ImportChunk(long lines, List<Numbered> good, List<ImportReport.Rejection> rejected) {

    /** A line that can be taken. */
    record Numbered(long number, ImportLine line) {}
}
