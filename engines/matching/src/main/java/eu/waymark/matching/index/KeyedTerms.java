package eu.waymark.matching.index;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.score.Term;
import eu.waymark.matching.score.TermFrequencies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How common names are, counted under keyed hashes: what is kept, or stored as pairs of numbers, shows no name. The
 * shares are those of {@link eu.waymark.matching.score.CountedFrequencies}, and change as people come and go.
 * Thread-safe.
 */
public final class KeyedTerms implements TermFrequencies {

    private final Keying keying;
    private final Map<Long, Integer> counts = new ConcurrentHashMap<>();
    private final Map<NameRole, Integer> vocabulary = new ConcurrentHashMap<>();
    private final AtomicLong people = new AtomicLong();

    public KeyedTerms(Keying keying) {
        this.keying = keying;
    }

    /**
     * What was counted, to be stored.
     *
     * @param people how many were counted
     * @param vocabulary distinct terms of each role
     * @param terms how many people have each, by keyed hash
     */
    public record Counts(long people, Map<NameRole, Integer> vocabulary, Map<Long, Integer> terms) {

        public Counts {
            vocabulary = Map.copyOf(vocabulary);
            terms = Map.copyOf(terms);
        }
    }

    /**
     * What {@link #counts} gave, to be asked and counted on.
     *
     * @param keying the same as then: under another no term is found
     */
    public static KeyedTerms of(Keying keying, Counts counts) {
        var terms = new KeyedTerms(keying);
        terms.people.set(counts.people());
        terms.vocabulary.putAll(counts.vocabulary());
        terms.counts.putAll(counts.terms());
        return terms;
    }

    /** What was counted so far. */
    public Counts counts() {
        return new Counts(people.get(), vocabulary, counts);
    }

    /** Counts a person. */
    public void add(Demographics person) {
        people.incrementAndGet();
        for (Term term : Term.of(person)) {
            if (counts.merge(hash(term), 1, Integer::sum) == 1) {
                vocabulary.merge(term.role(), 1, Integer::sum);
            }
        }
    }

    /** Takes back the count of a person who was added with the same demographics. */
    public void remove(Demographics person) {
        people.decrementAndGet();
        for (Term term : Term.of(person)) {
            if (counts.computeIfPresent(hash(term), (same, count) -> count == 1 ? null : count - 1) == null) {
                vocabulary.computeIfPresent(term.role(), (same, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    /** (count + 1) / (people + distinct terms of the role). */
    @Override
    public double shareOf(Term term) {
        int distinct = vocabulary.getOrDefault(term.role(), 0);
        return distinct == 0 ? 0 : (counts.getOrDefault(hash(term), 0) + 1.0) / (people.get() + distinct);
    }

    private long hash(Term term) {
        return keying.hash("term:" + term.role() + ':' + term.key());
    }
}
