package eu.waymark.platform.persistence.audit;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One event of work on more children than an event of 48 KiB can name.
 *
 * @param number from 1
 */
record Part(int number, int of, List<String> subjects) {

    /** Each takes at most 67 bytes, in the event and in its details of 32 KiB, and both must hold more than subjects. */
    static final int MOST_SUBJECTS = 400;

    /** At least one, also where no child is named. */
    static List<Part> of(Collection<String> subjects) {
        var all = List.copyOf(subjects);
        var parts = Math.max(1, Math.ceilDiv(all.size(), MOST_SUBJECTS));
        return IntStream.range(0, parts)
                .mapToObj(i -> new Part(i + 1, parts, slice(all, i * MOST_SUBJECTS)))
                .toList();
    }

    private static List<String> slice(List<String> all, int from) {
        return all.subList(from, Math.min(all.size(), from + MOST_SUBJECTS));
    }

    boolean isFirst() {
        return number == 1;
    }

    boolean isOnly() {
        return of == 1;
    }
}
