package eu.waymark.clocks;

import java.util.List;

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
        boolean confirmed) {

    public ClockRule {
        startEvents = List.copyOf(startEvents);
        if (code.isBlank() || startEvents.isEmpty() || amount < 1) {
            throw new IllegalArgumentException("A clock rule has a code, a start event and an amount of 1 or more");
        }
    }

    /** Whether the rule holds in a place: in {@code GB-ENG} hold those of {@code GB-ENG}, {@code GB} and {@code ANY}. */
    boolean holdsIn(String place) {
        return jurisdiction.equals("ANY") || place.equals(jurisdiction) || place.startsWith(jurisdiction + "-");
    }
}
