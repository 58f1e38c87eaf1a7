package eu.waymark.matching.score;

import eu.waymark.matching.BirthDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Claims made ready once: a register has a few thousand different ones, and other calendars take their time. Thread-safe;
 * bounded.
 */
final class PreparedBirths {

    private static final int MOST = 50_000;

    private final BirthFrequencies frequencies;
    private final Map<BirthDate, PreparedBirth> prepared = new ConcurrentHashMap<>();

    PreparedBirths(BirthFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    PreparedBirth of(BirthDate birth) {
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
