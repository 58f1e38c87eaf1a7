package eu.waymark.matching.blocking;

import java.util.Arrays;
import java.util.List;

/**
 * The keys under which a person is stored and looked up: 64-bit numbers that show neither names nor births. Two people
 * become a pair to compare when they share one. A pure function of the person and of which keys are {@linkplain HotKeys
 * hot}, so a table in a database and an index in memory keep the same keys.
 *
 * <p>Keys ignore what is given and what is family name, so that swapped names meet. A person of two words and one day
 * has about seven, one of three words about twelve, nobody more than {@link #MAX_STORED} before longer forms.
 */
public final class CandidateKeys {

    /** First part of what a store remembers about its keys: those of another scheme must be made anew. */
    public static final String SCHEME = "3";

    /** Most short forms of one stored person. */
    public static final int MAX_STORED = 64;

    /** Most short forms of one question. */
    public static final int MAX_ASKED = 256;

    private static final int REFINED = 0x100;

    private final Keying keying;

    public CandidateKeys(Keying keying) {
        this.keying = keying;
    }

    /** Keys to store for a person: of a hot key only its longer forms. */
    public long[] stored(KeyPerson person, HotKeys hot) {
        var keys = new LongBag();
        visitStored(person, (type, length, key) -> {
            boolean longer = hot.isHot(key) && length < type.refinements().size();
            if (!longer) {
                keys.add(key);
            }
            return longer;
        });
        return keys.toArray();
    }

    /**
     * Keys to look up for a question, the most selective first: of a hot key also the short form, under which people may
     * stand who were stored before it was hot.
     *
     * @return empty when the question names nobody: a birth alone finds no one
     */
    public long[] asked(KeyPerson person, HotKeys hot) {
        var keys = new LongBag();
        visitAsked(person, (type, length, key) -> {
            keys.add(key);
            return hot.isHot(key);
        });
        return keys.toArray();
    }

    /** Shows the keys to store. */
    public void visitStored(KeyPerson person, KeyVisitor visitor) {
        show(ShortKeys.stored(person, keying, MAX_STORED), person, true, visitor);
    }

    /** Shows the keys to look up for a question; single words only where the question has no two. */
    public void visitAsked(KeyPerson person, KeyVisitor visitor) {
        show(ShortKeys.asked(person, keying, MAX_ASKED), person, false, visitor);
    }

    /**
     * Shows further keys, for a question that {@linkplain #visitAsked the first} did not answer: misspelled words, days
     * with a wrong digit, then single words.
     *
     * @param spellings finds how else a word may be spelled
     */
    public void visitWider(KeyPerson person, Spellings spellings, KeyVisitor visitor) {
        show(ShortKeys.wider(person, keying, spellings, MAX_ASKED), person, false, visitor);
    }

    /** Shows the longer forms of one key that a person is stored under, as when its bucket has become too large. */
    public void visitLonger(KeyPerson person, KeyType type, int length, long key, KeyVisitor visitor) {
        longer(person, true, type, length, key, visitor);
    }

    private void show(ShortKeys keys, KeyPerson person, boolean stored, KeyVisitor visitor) {
        keys.announceTo(visitor);
        for (int i = 0; i < keys.size(); i++) {
            show(keys.type(i), 0, keys.key(i), person, stored, visitor);
        }
    }

    private void show(KeyType type, int length, long key, KeyPerson person, boolean stored, KeyVisitor visitor) {
        if (visitor.visit(type, length, key)) {
            longer(person, stored, type, length, key, visitor);
        }
    }

    private void longer(KeyPerson person, boolean stored, KeyType type, int length, long key, KeyVisitor visitor) {
        List<Element> refinements = type.refinements();
        if (length < refinements.size()) {
            Element element = refinements.get(length);
            for (int value : stored ? element.stored(person) : element.asked(person)) {
                show(type, length + 1, refined(key, element, value), person, stored, visitor);
            }
        }
    }

    private long refined(long key, Element element, int value) {
        return keying.hash(REFINED + element.ordinal(), key, value);
    }

    /** A growing array. */
    private static final class LongBag {

        private long[] values = new long[32];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
