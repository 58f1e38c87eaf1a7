package eu.waymark.matching.clk;

import eu.waymark.matching.clk.EncodingResult.Encoded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * People by their encodings, who come, change and go while questions are answered: it holds no key and no name. Changes
 * make a small matcher behind the large ones; two of a kind become one, so there are never more than the logarithm of
 * the people. Thread-safe; a question sees each person as before a change or as after it.
 */
public final class PrivatePeople {

    /** More people who are alike are no answer to anything. */
    private static final int MOST = 20;

    private final boolean folded;
    private final BitSet known = new BitSet();
    private volatile List<Part> parts = List.of();
    private volatile int size;

    /** @param folded whether to keep half the bits, for half the memory and a little less precision */
    public PrivatePeople(boolean folded) {
        this.folded = folded;
    }

    /**
     * Who may be meant by a question, most similar first.
     *
     * @param byDay those whose name and day of birth agree
     * @param byYear those of whom only the year can be compared, or is known
     */
    public record Finding(List<Integer> byDay, List<Integer> byYear) {

        public Finding {
            byDay = List.copyOf(byDay);
            byYear = List.copyOf(byYear);
        }
    }

    /**
     * Some of the people. Never changes, so a question that has begun goes on with what it saw.
     *
     * @param gone those whom a newer part has now, or nobody
     */
    private record Part(PrivateMatcher people, BitSet gone) {

        static Part of(PrivateMatcher people) {
            return new Part(people, new BitSet());
        }

        Part without(Set<Integer> some, Set<Integer> more) {
            var without = (BitSet) gone.clone();
            some.forEach(without::set);
            more.forEach(without::set);
            return new Part(people, without);
        }

        boolean has(int person) {
            return !gone.get(person);
        }

        /** Whether the next is so large that both are better one. */
        boolean isNoLargerThanTwice(Part next) {
            return people.size() <= 2L * next.people.size();
        }

        Part with(Part newer, boolean folded) {
            return of(new PrivateMatcher.Builder(folded)
                    .addAll(people, this::has)
                    .addAll(newer.people, newer::has)
                    .build());
        }
    }

    /**
     * Takes a batch of changes.
     *
     * @param come by the caller's own number, 0 or more; replaces what was known of them
     * @param left those of whom nothing is known any more
     */
    public synchronized void change(Map<Integer, Encoded> come, Set<Integer> left) {
        var now = new ArrayList<Part>();
        parts.forEach(part -> now.add(part.without(come.keySet(), left)));
        if (!come.isEmpty()) {
            var builder = new PrivateMatcher.Builder(folded);
            come.forEach(builder::add);
            now.add(Part.of(builder.build()));
        }
        while (now.size() > 1 && now.get(now.size() - 2).isNoLargerThanTwice(now.getLast())) {
            Part newer = now.removeLast();
            now.add(now.removeLast().with(newer, folded));
        }
        come.keySet().forEach(known::set);
        left.forEach(known::clear);
        size = known.cardinality();
        parts = List.copyOf(now);
    }

    /** Asks about one person. */
    public Finding ask(Encoded question) {
        List<Part> now = parts;
        var byDay = new Hits(MOST);
        var byYear = new Hits(MOST);
        find(now, question, Reading.DAY, byDay);
        find(now, question, Reading.YEAR, byYear);
        find(now, question, Reading.VAGUE_YEAR, byYear);
        return new Finding(people(byDay), people(byYear));
    }

    private void find(List<Part> now, Encoded question, Reading reading, Hits hits) {
        double threshold = Thresholds.forPeople(size).of(reading);
        for (Part part : now) {
            part.people().scan(question, reading, threshold, (person, similarity) -> {
                if (part.has(person)) {
                    hits.offer(person, similarity);
                }
            });
        }
    }

    private static List<Integer> people(Hits hits) {
        return IntStream.range(0, hits.size()).mapToObj(hits::person).toList();
    }

    /** How many people are known. */
    public int size() {
        return size;
    }

    /** Memory of the encodings. */
    public long bytes() {
        return parts.stream().mapToLong(part -> part.people().bytes()).sum();
    }
}
