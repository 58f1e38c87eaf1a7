package eu.waymark.audit.review;

import java.util.ArrayList;
import java.util.List;

/** What a review has found: all of it counted, the first of it kept. */
final class Findings {

    private static final int KEPT = 200;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(String table, Object place, String what) {
        count++;
        if (first.size() < KEPT) {
            first.add(new Finding(table, place.toString(), what));
        }
    }

    void addAll(List<Finding> found) {
        found.forEach(finding -> add(finding.table(), finding.place(), finding.what()));
    }

    long count() {
        return count;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }
}
