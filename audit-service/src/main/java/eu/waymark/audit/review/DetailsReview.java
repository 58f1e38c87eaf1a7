package eu.waymark.audit.review;

import static java.util.stream.Collectors.toSet;

import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.EventColumns;
import eu.waymark.audit.log.SealedIndexing;
import eu.waymark.audit.review.Rows.IndexRow;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds sealed details, and the keys under which their events are found, against the leaves. */
final class DetailsReview {

    private static final String SUBJECT = "subject";

    private final Details details;
    private final SealedIndexing indexing;
    private final Findings findings;
    /** Details that are gone, and whom they were about: an erasure that explains it may come later in the log. */
    private final Map<Long, Set<String>> gone = new TreeMap<>();

    private final Set<String> erased = new HashSet<>();

    DetailsReview(Details details, SealedIndexing indexing, Findings findings) {
        this.details = details;
        this.indexing = indexing;
        this.findings = findings;
    }

    void add(Map<Long, EventColumns> leaves, Map<Long, byte[]> sealed, Map<Long, Set<IndexRow>> keys) {
        leaves.forEach((index, leaf) -> check(index, leaf, sealed.get(index), keys.getOrDefault(index, Set.of())));
        requireLeaf("sealed_detail", sealed.keySet(), leaves.keySet());
        requireLeaf("sealed_index", keys.keySet(), leaves.keySet());
    }

    private void check(long index, EventColumns leaf, byte @Nullable [] sealed, Set<IndexRow> keys) {
        var seal = leaf.seal();
        var isErasure = leaf.isErasure();
        if (sealed != null && (seal == null || !seal.vouchesFor(sealed))) {
            findings.add("sealed_detail", index, "is not what its leaf vouches for");
        }
        if (seal == null && !isErasure) {
            if (!keys.isEmpty()) {
                findings.add("sealed_index", index, "has keys of an event without details");
            }
            return;
        }
        var subjects = keys.stream().filter(key -> key.kind().equals(SUBJECT)).map(IndexRow::key);
        if (isErasure) {
            subjects.forEach(erased::add);
        } else if (sealed == null) {
            gone.put(index, subjects.collect(toSet()));
        }
        checkKeys(index, leaf, sealed, keys);
    }

    private void checkKeys(long index, EventColumns leaf, byte @Nullable [] sealed, Set<IndexRow> keys) {
        var seal = leaf.seal();
        var opened = seal == null || sealed == null
                ? Optional.<Details.Opened>empty()
                : details.open(leaf.id(), seal.kid(), sealed);
        var expected =
                indexing
                        .rows(leaf.agency() != null, Set.copyOf(leaf.subjects()), opened.map(Details.Opened::core))
                        .stream()
                        .map(key ->
                                new IndexRow(key.kind().column(), HexFormat.of().formatHex(key.key()), leaf.recorded()))
                        .collect(toSet());
        // What erased details named can no longer be known; the keys stay, so that an erasure can be explained.
        var isKnown = seal == null || opened.isPresent();
        if (isKnown ? !keys.equals(expected) : !keys.containsAll(expected)) {
            findings.add("sealed_index", index, "has other keys than the leaf and its details");
        }
    }

    /** Tells which details are gone without an erasure, and which are there in spite of one, once all leaves are known. */
    void end(Rows rows) {
        gone.forEach((index, subjects) -> {
            if (subjects.stream().noneMatch(erased::contains)) {
                findings.add("sealed_detail", index, "is missing, and no erasure explains it");
            }
        });
        rows.detailsUnder(erased)
                .forEach(
                        index -> findings.add("sealed_detail", index, "is there, and an erasure should have taken it"));
    }

    private void requireLeaf(String table, Set<Long> rows, Set<Long> leaves) {
        rows.stream().filter(row -> !leaves.contains(row)).forEach(row -> findings.add(table, row, "has no leaf"));
    }
}
