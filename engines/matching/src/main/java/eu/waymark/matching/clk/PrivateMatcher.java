package eu.waymark.matching.clk;

import eu.waymark.matching.clk.EncodingResult.Encoded;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Answers whether a person is known, from encodings alone: it holds no key and no name. Immutable, safe for all threads.
 */
public final class PrivateMatcher {

    private final Map<Long, ClkTable> shelves;
    private final boolean folded;
    private final Thresholds thresholds;

    private PrivateMatcher(Map<Long, ClkTable> shelves, boolean folded, Thresholds thresholds) {
        this.shelves = Map.copyOf(shelves);
        this.folded = folded;
        this.thresholds = thresholds;
    }

    /** What is said to the asker: never who, how many or how similar. */
    public enum Answer {
        /** One person is known whose name and day of birth agree. */
        HIT,
        /** Somebody may be known: only the year agrees, or several people do. A human has to ask. */
        ASK_CONTACT,
        NO_HIT
    }

    /** Asks about one person. */
    public Answer ask(Encoded question) {
        Hits days = find(question, Reading.DAY, 2);
        if (days.size() == 1) {
            return Answer.HIT;
        }
        boolean somebody = days.size() > 1
                || find(question, Reading.YEAR, 1).size() > 0
                || find(question, Reading.VAGUE_YEAR, 1).size() > 0;
        return somebody ? Answer.ASK_CONTACT : Answer.NO_HIT;
    }

    /** The most similar people of one reading, at or above the threshold for so many people. */
    public Hits find(Encoded question, Reading reading, int most) {
        var hits = new Hits(most);
        scan(question, reading, thresholds.of(reading), hits::offer);
        return hits;
    }

    /** Everybody of one reading who is at least so similar; a person once for each encoding that is. */
    void scan(Encoded question, Reading reading, double threshold, ClkTable.Found found) {
        for (Encoding encoding : question.encodings()) {
            ClkTable shelf = encoding.reading() == reading ? shelves.get(encoding.shelf()) : null;
            if (shelf != null) {
                Clk clk = folded ? encoding.clk().folded() : encoding.clk();
                shelf.scan(clk, threshold, found);
            }
        }
    }

    /** How many encodings are held. */
    public int size() {
        return shelves.values().stream().mapToInt(ClkTable::size).sum();
    }

    /** Memory of the columns. */
    public long bytes() {
        return shelves.values().stream().mapToLong(ClkTable::bytes).sum();
    }

    /** Collects people; not safe for several threads. */
    public static final class Builder {

        private final Map<Long, ClkTable.Builder> shelves = new HashMap<>();
        private final boolean folded;
        private int people;

        /** @param folded whether to keep half the bits, for half the memory and a little less precision */
        public Builder(boolean folded) {
            this.folded = folded;
        }

        /** @param person the matcher's own number of a person; it learns nothing else */
        public Builder add(int person, Encoded encoded) {
            people++;
            for (Encoding encoding : encoded.encodings()) {
                Clk clk = folded ? encoding.clk().folded() : encoding.clk();
                shelves.computeIfAbsent(encoding.shelf(), none -> new ClkTable.Builder(clk.length()))
                        .add(person, clk);
            }
            return this;
        }

        /** Adds those people of another matcher, of as many bits, whom the caller keeps. */
        Builder addAll(PrivateMatcher other, IntPredicate kept) {
            other.shelves.forEach(
                    (shelf, table) -> shelves.computeIfAbsent(shelf, none -> new ClkTable.Builder(table.length()))
                            .addAll(table, kept));
            return this;
        }

        /** The matcher over all who were added. */
        public PrivateMatcher build() {
            var built = new HashMap<Long, ClkTable>();
            shelves.forEach((shelf, table) -> built.put(shelf, table.build()));
            return new PrivateMatcher(built, folded, Thresholds.forPeople(people));
        }
    }
}
