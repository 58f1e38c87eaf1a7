package eu.waymark.matching.blocking;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys of {@link CandidateKeys} for a store that does not watch how full its buckets are: two words make a key of
 * their own and one with the year, a single word one with the year only. As text, of which a service stores only the
 * keyed hash.
 */
public final class BlockingKeys {

    /** First part of every key: stored keys of another scheme must be made anew. */
    public static final String SCHEME = CandidateKeys.SCHEME;

    /** Most keys of one stored person. */
    public static final int MAX_STORED = 96;

    /** Most keys of one question. */
    public static final int MAX_QUERY = 192;

    private static final CandidateKeys KEYS = new CandidateKeys(Keying.plain());

    private BlockingKeys() {}

    /** Keys to store for a record, at most {@link #MAX_STORED}, the most selective first. */
    public static Set<String> of(Demographics person) {
        var keys = new LinkedHashSet<String>();
        KEYS.visitStored(KeyPerson.of(person, Keying.plain()), addingTo(keys, MAX_STORED));
        return Collections.unmodifiableSet(keys);
    }

    /**
     * Keys to look up for a question, at most {@link #MAX_QUERY}, the most selective first. Adds what is not stored:
     * day and month swapped, the years beside.
     *
     * @return empty when the question has neither two words of a name nor one word and a birth nor a document
     */
    public static Set<String> forQuery(Demographics person) {
        var keys = new LinkedHashSet<String>();
        boolean born = person.births().stream().anyMatch(BirthDate::known);
        KeyVisitor all = addingTo(keys, MAX_QUERY);
        KEYS.visitAsked(
                KeyPerson.of(person, Keying.plain()),
                (type, length, key) -> (born || type != KeyType.WORD) && all.visit(type, length, key));
        return Collections.unmodifiableSet(keys);
    }

    private static KeyVisitor addingTo(Set<String> keys, int limit) {
        return (type, length, key) -> {
            boolean withYear = length == 0 && type.refinements().indexOf(Element.YEAR) == 0;
            boolean tooShort = withYear && type == KeyType.WORD;
            if (!tooShort && keys.size() < limit) {
                keys.add(SCHEME + "|" + Long.toHexString(key));
            }
            return withYear;
        };
    }
}
