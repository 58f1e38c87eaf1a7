package eu.waymark.matching.index;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.HotKeys;
import eu.waymark.matching.blocking.Keying;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * People in primitive columns, found by the keys of {@link eu.waymark.matching.blocking.CandidateKeys}. Any number of
 * threads may read and write; writers take turns.
 *
 * <p>A person whose row is replaced or removed leaves the old row behind until {@link #compact}.
 */
public final class MemoryIndex implements CandidateIndex {

    private final Keying keying;
    private final int bucketLimit;
    private final WordCache words;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile People people;

    public MemoryIndex(Keying keying) {
        this(keying, HotKeys.USUAL_LIMIT);
    }

    /**
     * With a limit of its own.
     *
     * @param bucketLimit people under one key before it gives way to longer forms, at least 1
     */
    public MemoryIndex(Keying keying, int bucketLimit) {
        this.keying = keying;
        this.words = new WordCache(keying);
        this.bucketLimit = Math.max(1, bucketLimit);
        this.people = new People(keying, words, this.bucketLimit);
    }

    @Override
    public void put(long id, Demographics demographics) {
        Person person = read(demographics);
        writing.lock();
        try {
            people.put(id, person);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean remove(long id) {
        writing.lock();
        try {
            return people.remove(id);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public long[] candidates(Demographics question, int limit) {
        People now = people;
        Person asked = read(question);
        int[] first = now.find(asked, limit);
        IntStream slots = Arrays.stream(first);
        if (first.length < limit) {
            slots = IntStream.concat(slots, Arrays.stream(now.findWider(asked, limit)));
        }
        return ids(now, slots).distinct().limit(limit).toArray();
    }

    @Override
    public long size() {
        return people.size();
    }

    @Override
    public BucketHistogram histogram() {
        return people.histogram();
    }

    /** Rows left behind by people who were replaced or removed; each takes some 30 bytes. */
    public long leftBehind() {
        return people.dead();
    }

    /**
     * Builds everything anew without what was left behind. Readers go on meanwhile, writers wait; for that time it needs
     * the memory of two.
     */
    public void compact() {
        writing.lock();
        try {
            People old = people;
            var anew = new People(keying, words, bucketLimit);
            for (int slot : old.living()) {
                anew.put(old.id(slot), old.person(slot));
            }
            people = anew;
        } finally {
            writing.unlock();
        }
    }

    /** The people of this moment, for a search that looks several times. */
    People people() {
        return people;
    }

    Person read(Demographics demographics) {
        return Person.of(demographics, words);
    }

    private static LongStream ids(People people, IntStream slots) {
        return slots.mapToLong(people::id);
    }
}
