package eu.waymark.matching.score;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.name.NameRole;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Frequencies counted in memory over a set of people, smoothed so that an unseen name is rare and not impossible. */
public final class CountedFrequencies implements TermFrequencies {

    private final Map<Term, Integer> counts = new HashMap<>();
    private final Map<NameRole, Integer> vocabulary = new EnumMap<>(NameRole.class);
    private long people;

    private CountedFrequencies() {}

    /** Counts the terms of all; the stream is consumed. */
    public static CountedFrequencies of(Stream<Demographics> people) {
        var frequencies = new CountedFrequencies();
        people.forEach(frequencies::count);
        return frequencies;
    }

    private void count(Demographics person) {
        people++;
        for (Term term : Term.of(person)) {
            if (counts.merge(term, 1, Integer::sum) == 1) {
                vocabulary.merge(term.role(), 1, Integer::sum);
            }
        }
    }

    /** (count + 1) / (people + distinct terms of the role). */
    @Override
    public double shareOf(Term term) {
        int distinct = vocabulary.getOrDefault(term.role(), 0);
        return distinct == 0 ? 0 : (counts.getOrDefault(term, 0) + 1.0) / (people + distinct);
    }
}
