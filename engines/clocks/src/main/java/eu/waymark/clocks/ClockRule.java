package eu.waymark.clocks;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Optional;

/**
 * One deadline of one jurisdiction.
 *
 * @param code unique in its document, such as {@code EN-ASM}
 * @param jurisdiction a country or part of one in ISO 3166 codes, {@code EU}, or {@code ANY}
 * @param text the rule in words
 * @param startEvents what starts the clock: the first, unless an authority has chosen another of them
 * @param endsOnWorkingDay whether a period that would end on a day off runs to the end of the next working day, as
 *     Regulation 1182/71, article 3(4), says of the law of the Union
 * @param source where the rule is published
 * @param confirmed whether the source was read; otherwise the rule awaits confirmation by counsel
 * @param handling what may happen to a clock while it runs
 */
public record ClockRule(
        String code,
        String jurisdiction,
        String text,
        List<String> startEvents,
        int amount,
        ClockUnit unit,
        Bound bound,
        boolean endsOnWorkingDay,
        String source,
        boolean confirmed,
        Handling handling) {

    private static final String ANYWHERE = "ANY";

    @JsonCreator
    public ClockRule {
        startEvents = List.copyOf(startEvents);
        if (code.isBlank() || startEvents.isEmpty() || amount < 1) {
            throw new IllegalArgumentException("A clock rule has a code, a start event and an amount of 1 or more");
        }
    }

    /** A rule that is handled as usual. */
    public ClockRule(
            String code,
            String jurisdiction,
            String text,
            List<String> startEvents,
            int amount,
            ClockUnit unit,
            Bound bound,
            boolean endsOnWorkingDay,
            String source,
            boolean confirmed) {
        this(
                code,
                jurisdiction,
                text,
                startEvents,
                amount,
                unit,
                bound,
                endsOnWorkingDay,
                source,
                confirmed,
                Handling.usual());
    }

    /** What starts the clock for an authority that has chosen this event, or none. */
    public String startEvent(Optional<String> chosen) {
        return chosen.filter(startEvents::contains).orElse(startEvents.getFirst());
    }

    /** Whether the rule holds in a place: in {@code GB-ENG} hold those of {@code GB-ENG}, {@code GB} and {@code ANY}. */
    public boolean holdsIn(String place) {
        return holds(jurisdiction, place);
    }

    static boolean holds(String jurisdiction, String place) {
        return jurisdiction.equals(ANYWHERE) || place.equals(jurisdiction) || place.startsWith(jurisdiction + "-");
    }
}
