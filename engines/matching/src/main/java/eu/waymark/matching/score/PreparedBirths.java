package eu.waymark.matching.score;

import eu.waymark.matching.BirthCalendar;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.BirthQuality;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Claims made ready once: a register has a few thousand different ones, and other calendars take their time. Thread-safe;
 * bounded.
 */
final class PreparedBirths {

    private static final int MOST = 50_000;

    /** From 1970 to 2059. */
    private static final int DAYS = 1 << 15;

    private final BirthFrequencies frequencies;
    private final AtomicReferenceArray<@Nullable PreparedBirth> days = new AtomicReferenceArray<>(DAYS);
    private final Map<BirthDate, PreparedBirth> prepared = new ConcurrentHashMap<>();

    PreparedBirths(BirthFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** Those of the claims that say anything. */
    PreparedBirth[] of(BirthDate[] claims) {
        var known = new PreparedBirth[claims.length];
        int size = 0;
        for (BirthDate claim : claims) {
            if (claim.known() && size < Prepared.MAX_BIRTHS) {
                known[size++] = of(claim);
            }
        }
        return size == claims.length ? known : Arrays.copyOf(known, size);
    }

    /** An exact day in the usual calendar, since 1970-01-01. */
    PreparedBirth ofDay(long day) {
        if (day < 0 || day >= DAYS) {
            return ofOther(exact(day));
        }
        PreparedBirth known = days.get((int) day);
        if (known == null) {
            known = PreparedBirth.of(exact(day), frequencies);
            days.set((int) day, known);
        }
        return known;
    }

    private static BirthDate exact(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return new BirthDate(date.toString(), date, date, BirthQuality.EXACT);
    }

    private PreparedBirth of(BirthDate birth) {
        boolean usual = birth.quality() == BirthQuality.EXACT && birth.calendar() == BirthCalendar.GREGORIAN;
        return usual && !birth.inferred() ? ofDay(birth.earliest().toEpochDay()) : ofOther(birth);
    }

    private PreparedBirth ofOther(BirthDate birth) {
        PreparedBirth known = prepared.get(birth);
        if (known != null) {
            return known;
        }
        if (prepared.size() >= MOST) {
            prepared.clear();
        }
        PreparedBirth made = PreparedBirth.of(birth, frequencies);
        prepared.put(birth, made);
        return made;
    }
}
