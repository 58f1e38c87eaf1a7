package eu.waymark.audit.review;

import static java.util.stream.Collectors.toSet;

import eu.waymark.audit.log.EventColumns;
import eu.waymark.audit.review.Rows.SubjectRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the rows that are searched against the leaves, which are the evidence. */
record ReadModelReview(Findings findings) {

    /** @param leaves by index; a leaf that is no event is found elsewhere */
    void add(
            Map<Long, EventColumns> leaves,
            Map<Long, List<@Nullable Object>> events,
            Map<Long, Set<SubjectRow>> subjects) {
        leaves.forEach((index, leaf) -> {
            var row = events.get(index);
            if (row == null) {
                findings.add("access_event", index, "is missing");
            } else if (!row.equals(leaf.values())) {
                findings.add("access_event", index, "says something else than its leaf");
            }
            var expected = leaf.subjects().stream()
                    .map(subject -> new SubjectRow(subject, leaf.recorded(), leaf.agency()))
                    .collect(toSet());
            if (!subjects.getOrDefault(index, Set.of()).equals(expected)) {
                findings.add("event_subject", index, "names other children than its leaf");
            }
        });
        requireLeaf("access_event", events.keySet(), leaves.keySet());
        requireLeaf("event_subject", subjects.keySet(), leaves.keySet());
    }

    private void requireLeaf(String table, Set<Long> rows, Set<Long> leaves) {
        rows.stream().filter(row -> !leaves.contains(row)).forEach(row -> findings.add(table, row, "has no leaf"));
    }
}
