package eu.waymark.matching.index;

import eu.waymark.matching.BirthCalendar;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.BirthQuality;
import eu.waymark.matching.Sex;
import java.util.Arrays;
import java.util.List;

/**
 * Birth and sex of each slot in one int, so that thousands can be put in order without reading their rows: a day of
 * birth as days since 1000-01-01, behind it whether it is exact in the usual calendar, and the code of the sex.
 */
final class BirthHints {

    /** Who has no birth, several, or one that is no day: the row must be read. */
    static final int UNSURE = -1;

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int SEX_MASK = 15;
    private static final int EXACT = 16;
    private static final int DAY_SHIFT = 5;
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

    int get(int slot) {
        return hints[slot >>> CHUNK_BITS][slot & CHUNK - 1];
    }

    /** The exact day of birth since 1970-01-01, or {@link Long#MIN_VALUE} where the row may say something else. */
    long exactDay(int slot) {
        int hint = get(slot);
        return hint != UNSURE && (hint & EXACT) != 0 ? (hint >>> DAY_SHIFT) + FIRST_DAY : Long.MIN_VALUE;
    }

    /** As {@link PersonColumns#closeness} of the row that has the hint. */
    static int closeness(int hint, List<Span> asked, Sex sex) {
        long day = (hint >>> DAY_SHIFT) + FIRST_DAY;
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
        BirthDate birth = person.births().getFirst();
        long day = birth.earliest().toEpochDay() - FIRST_DAY;
        boolean exact = birth.quality() == BirthQuality.EXACT
                && birth.calendar() == BirthCalendar.GREGORIAN
                && !birth.inferred();
        boolean fits = day >= 0 && day < DAYS;
        return fits
                ? (int) day << DAY_SHIFT | (exact ? EXACT : 0) | person.sex().code()
                : UNSURE;
    }
}
