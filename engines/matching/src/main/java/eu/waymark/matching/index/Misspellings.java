package eu.waymark.matching.index;

import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.blocking.Spellings;
import java.util.Arrays;
import java.util.List;

/** Finds the known words that a word may be with a slip or two, from keyed hashes alone. */
public final class Misspellings implements Spellings {

    /** Words that one word is taken for. */
    static final int MOST = 20;

    private final Keying keying;
    private final VariantStore store;

    public Misspellings(Keying keying, VariantStore store) {
        this.keying = keying;
        this.store = store;
    }

    /** Makes a word known. Whoever keeps words apart calls it once for each. */
    public void add(KeyWord word) {
        List<long[]> levels = Deletions.of(word.sound());
        for (int left = 0; left < levels.size(); left++) {
            for (long variant : levels.get(left)) {
                store.add(tagged(left, variant), word.skeleton());
            }
        }
    }

    @Override
    public long[] near(KeyWord word) {
        List<long[]> levels = Deletions.of(word.sound());
        int slips = levels.size() - 1;
        var found = new SkeletonList(word.skeleton());
        for (int sum = 1; sum <= 2 * slips; sum++) {
            for (int left = Math.max(0, sum - slips); left <= Math.min(sum, slips); left++) {
                for (long variant : tagged(sum - left, levels.get(left))) {
                    found.addAll(store.find(variant));
                    if (found.size == MOST) {
                        return found.skeletons;
                    }
                }
            }
        }
        return Arrays.copyOf(found.skeletons, found.size);
    }

    /** The first few skeletons, each once, without the word's own. */
    private static final class SkeletonList {

        private final long own;
        private final long[] skeletons = new long[MOST];
        private int size;

        SkeletonList(long own) {
            this.own = own;
        }

        void addAll(long[] more) {
            for (int i = 0; i < more.length && size < MOST; i++) {
                if (more[i] != own && !contains(more[i])) {
                    skeletons[size++] = more[i];
                }
            }
        }

        private boolean contains(long skeleton) {
            for (int i = 0; i < size; i++) {
                if (skeletons[i] == skeleton) {
                    return true;
                }
            }
            return false;
        }
    }

    private long[] tagged(int left, long[] variants) {
        long[] tagged = new long[variants.length];
        for (int i = 0; i < tagged.length; i++) {
            tagged[i] = tagged(left, variants[i]);
        }
        store.announce(tagged);
        return tagged;
    }

    /** How many letters a variant lacks belongs to its key, so that near words are found before far ones. */
    private long tagged(int left, long variant) {
        return keying.hash(left, variant, 0);
    }
}
