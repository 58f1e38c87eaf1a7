package eu.waymark.matching.index;

import eu.waymark.matching.Sex;
import java.util.Arrays;
import java.util.List;

/**
 * Birth and sex of each slot in one int, so that thousands can be put in order without reading their rows: a day of
 * birth as days since 1000-01-01, behind it the code of the sex.
 */
final class BirthHints {

    /** Who has no birth, several, or one that is no day: the row must be read. */
    static final int UNSURE = -1;

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int SEX_BITS = 4;
    private static final int SEX_MASK = (1 << SEX_BITS) - 1;
    private static final long FIRST_DAY = -354_285;
    private static final long DAYS = 1 << 20;

    private int[][] hints = new int[0][];

    void put(int slot, Person person) {
        if (slot >>> CHUNK_BITS == hints.length) {
            int[][] more = Arrays.copyOf(hints, hints.length + 1);
            more[hints.length] = new int[CHUNK];
            hints = more;
        }
        hints[slot >>> CHUNK_BITS][slot & CHUNK - 1] = hint(person);
    }

    /** As {@link PersonColumns#closeness} of the row, or {@link #UNSURE}. */
    int closeness(int slot, List<Span> asked, Sex sex) {
        int hint = hints[slot >>> CHUNK_BITS][slot & CHUNK - 1];
        if (hint == UNSURE) {
            return UNSURE;
        }
        long day = (hint >>> SEX_BITS) + FIRST_DAY;
        int best = asked.isEmpty() ? Span.UNKNOWN : 0;
        for (int i = 0; i < asked.size(); i++) {
            best = Math.max(best, asked.get(i).closeness(day, day));
        }
        return best + ((hint & SEX_MASK) == sex.code() ? 1 : 0);
    }

    private static int hint(Person person) {
        if (person.births().size() != 1 || !person.births().getFirst().isDay()) {
            return UNSURE;
        }
        long day = person.births().getFirst().earliest().toEpochDay() - FIRST_DAY;
        boolean fits = day >= 0 && day < DAYS;
        return fits ? (int) day << SEX_BITS | person.sex().code() : UNSURE;
    }
}
