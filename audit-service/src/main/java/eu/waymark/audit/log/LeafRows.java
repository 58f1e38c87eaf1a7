package eu.waymark.audit.log;

import eu.waymark.audit.log.SealedIndexing.IndexRow;
import eu.waymark.log.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a leaf adds to the tables besides its bytes, encoded by whoever brings it: all but its place, which only the writer
 * knows. The writer, of whom there is one, has only to copy it.
 *
 * @param place where it stands in the sequence of its producer, its hash and its id
 * @param readModel what it says, to be searched
 */
record LeafRows(byte[] place, List<Row> readModel) {

    /** The tables in which events are searched. */
    enum Table {
        EVENT,
        SUBJECT,
        KEY
    }

    /** A row of one of them. */
    record Row(Table table, byte[] columns) {}

    static LeafRows of(String source, int epoch, long seq, Hash hash, EventColumns event) {
        var readModel = new ArrayList<Row>(1 + event.subjects().size());
        readModel.add(new Row(Table.EVENT, BinaryCopy.encoded(event.values().toArray())));
        for (var subject : event.subjects()) {
            readModel.add(new Row(Table.SUBJECT, BinaryCopy.encoded(event.recorded(), subject, event.agency())));
        }
        return new LeafRows(BinaryCopy.encoded(source, epoch, seq, hash.bytes(), event.id()), readModel);
    }

    /** The same, to be found under these keys too. */
    LeafRows indexed(List<IndexRow> keys, EventColumns event) {
        var more = keys.stream()
                .map(key -> new Row(Table.KEY, BinaryCopy.encoded(key.kind().column(), key.key(), event.recorded())));
        return new LeafRows(place, Stream.concat(readModel.stream(), more).toList());
    }

    /** The memory that it holds. */
    int bytes() {
        var bytes = place.length;
        for (var row : readModel) {
            bytes += row.columns.length;
        }
        return bytes;
    }
}
