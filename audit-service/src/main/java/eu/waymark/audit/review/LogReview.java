package eu.waymark.audit.review;

import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.EventColumns;
import eu.waymark.audit.log.SealedIndexing;
import eu.waymark.audit.review.Rows.LeafRow;
import eu.waymark.log.Tile;
import eu.waymark.log.note.VerifierKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One reading of the whole log, chunk by chunk in order. Its memory is bounded by the chunk, and by 32 bytes for a tile. */
final class LogReview {

    /** Whole tiles, so that each is hashed at once; the longest entries make it 128 MiB. */
    static final int CHUNK = 8 * Tile.FULL;

    private final Findings findings = new Findings();
    private final Rows rows;
    private final TreeReview tree = new TreeReview(findings);
    private final SignatureReview signatures;
    private final ChainReview chains = new ChainReview(findings);
    private final ReadModelReview readModel = new ReadModelReview(findings);
    private final DetailsReview details;
    private final HistoryReview history;
    private long size;

    LogReview(Rows rows, VerifierKey log, List<VerifierKey> witnesses, Details details, SealedIndexing indexing) {
        this.rows = rows;
        this.signatures = new SignatureReview(log, witnesses, findings);
        this.details = new DetailsReview(details, indexing, findings);
        this.history = new HistoryReview(rows, findings);
    }

    /** @param size how many leaves are reviewed: those that come meanwhile are the next review's */
    void begin(long size) {
        this.size = size;
        signatures.begin(rows.checkpoints(-1, 0), rows.cosignatures(-1, 0));
    }

    /**
     * Reviews some leaves, which are read inside the running audited transaction.
     *
     * @param from a multiple of the chunk
     * @return the end of the log: smaller than it was where a whole chunk is missing
     */
    long review(long from, long to) {
        for (var at = from; at < Math.min(to, size); at += CHUNK) {
            chunk(at, Math.min(at + CHUNK, size));
        }
        return size;
    }

    private void chunk(long from, long to) {
        var leaves = rows.leaves(from, to);
        if (leaves.isEmpty()) {
            var next = rows.leafFrom(to).map(there -> " up to " + (there - 1)).orElse("");
            findings.add("leaf", from, "is missing, and all after it" + next);
            size = from;
            return;
        }
        var tiles = rows.tiles(0, from / Tile.FULL, to / Tile.FULL);
        var hashes = tree.add(from, to, size, leaves, tiles);
        signatures.add(hashes, rows.checkpoints(from, to), rows.cosignatures(from, to));
        var events = parsed(leaves);
        events.forEach((index, event) -> {
            chains.add(leaf(leaves, index), event);
            history.add(index, event);
        });
        readModel.add(events, rows.events(from, to), rows.subjects(from, to));
        details.add(events, rows.details(from, to), rows.keys(from, to));
    }

    /** In the order of the log; parsing takes most of the time, so it is shared out. */
    private TreeMap<Long, EventColumns> parsed(Map<Long, LeafRow> leaves) {
        var parsed = leaves.values().parallelStream()
                .collect(Collectors.toMap(LeafRow::index, leaf -> EventColumns.read(leaf.body())));
        var events = new TreeMap<Long, EventColumns>();
        parsed.forEach((index, event) -> keep(events, index, event));
        return events;
    }

    private void keep(Map<Long, EventColumns> events, long index, Optional<EventColumns> event) {
        event.ifPresentOrElse(
                known -> events.put(index, known), () -> findings.add("leaf", index, "is no event in canonical form"));
    }

    private static LeafRow leaf(Map<Long, LeafRow> leaves, long index) {
        var leaf = leaves.get(index);
        if (leaf == null) {
            throw new IllegalStateException("Every event was read from a leaf");
        }
        return leaf;
    }

    /** What can be said only once all leaves were read. */
    HistoryReview.Counted end() {
        tree.ascend(rows);
        details.end(rows);
        rows.alarmsOffRecord()
                .forEach(alarm -> findings.add("alarm_raised", alarm, "is said to be raised, and no event says so"));
        rows.beyond()
                .forEach((table, beyond) -> findings.add(
                        table,
                        beyond.first(),
                        "stands beyond the end of the log, with " + (beyond.count() - 1) + " others"));
        return history.end(size);
    }

    Findings findings() {
        return findings;
    }
}
