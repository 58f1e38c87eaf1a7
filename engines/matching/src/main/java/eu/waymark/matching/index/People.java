package eu.waymark.matching.index;

import eu.waymark.matching.blocking.CandidateKeys;
import eu.waymark.matching.blocking.KeyType;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.index.Gathering.Reach;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import java.util.List;

/** Rows and buckets together. One writer at a time; readers need no lock beyond those of the buckets. */
final class People {

    private final CandidateKeys keys;
    private final int bucketLimit;
    private final PersonColumns columns;
    private final Slots slots;
    private final Buckets buckets = new Buckets();
    private final Misspellings misspellings;

    /** What a reader may take for the number of people. */
    private volatile int size;

    People(Keying keying, WordCache words, int bucketLimit) {
        this.keys = new CandidateKeys(keying);
        this.bucketLimit = bucketLimit;
        this.misspellings = new Misspellings(keying, new MemoryVariants());
        this.columns = new PersonColumns(words, misspellings::add);
        this.slots = new Slots(columns);
    }

    /** The new row can be found before the old one is gone, so no reader finds nobody. */
    void put(long id, Person person) {
        int old = slots.get(id);
        int slot = columns.add(id, person);
        keys.visitStored(person.keys(), (type, length, key) -> store(type, length, key, slot));
        slots.put(id, slot);
        if (old >= 0) {
            clear(old);
        }
        size = slots.size();
    }

    boolean remove(long id) {
        int old = slots.get(id);
        if (old >= 0) {
            slots.remove(id);
            clear(old);
            size = slots.size();
        }
        return old >= 0;
    }

    private void clear(int slot) {
        keys.visitStored(columns.get(slot).keys(), (type, length, key) -> buckets.remove(key, slot));
    }

    private boolean store(KeyType type, int length, long key, int slot) {
        int filled = buckets.add(key, slot);
        if (filled > bucketLimit && length < type.refinements().size()) {
            split(type, length, key);
        }
        return filled == Buckets.HOT;
    }

    private void split(KeyType type, int length, long key) {
        var members = new IntList(bucketLimit + 1);
        buckets.read(key, Integer.MAX_VALUE, members);
        for (int member : members.toArray()) {
            keys.visitLonger(
                    columns.get(member).keys(),
                    type,
                    length,
                    key,
                    (same, longer, refined) -> store(same, longer, refined, member));
        }
        buckets.heat(key);
    }

    /** Slots that share most with a question, likely ones first. */
    int[] find(Person question, int limit) {
        var gathering = new Gathering(buckets, size, Reach.USUAL);
        keys.visitAsked(question.keys(), gathering);
        return best(gathering, question, limit);
    }

    /** Slots that share something with a question that was perhaps misspelled. */
    int[] findWider(Person question, int limit) {
        var gathering = new Gathering(buckets, size, Reach.WIDER);
        keys.visitWider(question.keys(), misspellings, gathering);
        return best(gathering, question, limit);
    }

    private int[] best(Gathering gathering, Person question, int limit) {
        List<Span> spans = Span.of(question.births());
        return gathering.best(limit, (slots, size) -> columns.closeness(slots, size, spans, question.sex()));
    }

    long id(int slot) {
        return columns.id(slot);
    }

    Person person(int slot) {
        return columns.get(slot);
    }

    Prepared prepared(int slot, MatchingEngine engine) {
        return columns.prepared(slot, engine);
    }

    boolean mayGoTogether(int slot, AskedWords asked, int least) {
        return columns.mayGoTogether(slot, asked, least);
    }

    long exactDay(int slot) {
        return columns.exactDay(slot);
    }

    int size() {
        return size;
    }

    /** Rows of people who are gone. */
    int dead() {
        return columns.slots() - slots.size();
    }

    int[] living() {
        return slots.all();
    }

    BucketHistogram histogram() {
        return buckets.histogram();
    }
}
