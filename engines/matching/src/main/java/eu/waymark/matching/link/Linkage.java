package eu.waymark.matching.link;

import eu.waymark.matching.train.Em;
import eu.waymark.matching.train.LinkModel;
import eu.waymark.matching.train.Outcome;
import eu.waymark.matching.train.Outcomes;
import eu.waymark.matching.train.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Links two files, or one with itself, without labels. */
public final class Linkage {

    private static final int RANDOM_PAIRS = 1_000_000;
    private static final int RANDOM_PAIRS_OF_FEW = 100_000;
    private static final int RANDOM_PAIRS_A_RECORD = 200;
    private static final long SEED = 20_260_101;

    private final List<FieldComparison> fields;
    private final List<Slot> slots;
    private final int lefts;
    private final int records;
    private final Consumer<String> progress;

    private Linkage(List<FieldComparison> fields, int lefts, int records, Consumer<String> progress) {
        this.fields = fields;
        this.slots = fields.stream().flatMap(field -> field.slots().stream()).toList();
        this.lefts = lefts;
        this.records = records;
        this.progress = progress;
    }

    /**
     * Finds the pairs of one file.
     *
     * @param progress told what is being done, in plain words
     */
    public static Links within(List<LinkField> fields, List<LinkRecord> file, Consumer<String> progress) {
        return new Linkage(Comparisons.of(fields, file, progress), file.size(), file.size(), progress).run();
    }

    /**
     * Finds the pairs between two files.
     *
     * @param progress told what is being done, in plain words
     */
    public static Links between(
            List<LinkField> fields, List<LinkRecord> left, List<LinkRecord> right, Consumer<String> progress) {
        if (left.isEmpty() || right.isEmpty()) {
            return within(fields, List.of(), progress);
        }
        var all = new ArrayList<>(left);
        all.addAll(right);
        return new Linkage(Comparisons.of(fields, all, progress), left.size(), all.size(), progress).run();
    }

    private Links run() {
        if (allPairs() < 1) {
            return new Links(new long[0], new double[0], new BitSet(), lefts, records, LinkModel.untrained(slots));
        }
        progress.accept("looking for candidates among " + records + " records");
        long[] pairs = Candidates.find(fields, lefts, records);
        progress.accept("comparing " + pairs.length + " candidate pairs");
        Outcomes candidates = compare(pairs);
        progress.accept("learning from candidates and random pairs");
        boolean families = fields.stream().anyMatch(FieldComparison::ofChildren);
        double expected = Math.max(1, records / 4.0);
        LinkModel model = new Em(slots, candidates, random(), records, allPairs(), expected, families).run();
        double[] probabilities = new double[pairs.length];
        for (int pair = 0; pair < pairs.length; pair++) {
            probabilities[pair] = model.probability(candidates, pair);
        }
        return lefts == records
                ? closed(pairs, probabilities, model)
                : new Links(pairs, probabilities, relatives(pairs), lefts, records, model);
    }

    private Links closed(long[] pairs, double[] probabilities, LinkModel model) {
        var known = new TreeMap<Long, Double>();
        Map<Long, Double> carried = Closure.of(pairs, probabilities);
        long[] through = carried.keySet().stream().mapToLong(Long::longValue).toArray();
        Outcomes outcomes = compare(through);
        for (int pair = 0; pair < through.length; pair++) {
            double before = carried.getOrDefault(through[pair], 0.0);
            known.put(through[pair], model.probability(outcomes, pair, before));
        }
        for (int pair = 0; pair < pairs.length; pair++) {
            known.merge(pairs[pair], probabilities[pair], Math::max);
        }
        long[] all = known.keySet().stream().mapToLong(Long::longValue).toArray();
        double[] best = known.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new Links(all, best, relatives(all), lefts, records, model);
    }

    private BitSet relatives(long[] pairs) {
        var relatives = new BitSet(pairs.length);
        for (int pair = 0; pair < pairs.length; pair++) {
            int left = (int) (pairs[pair] >>> 32);
            int right = (int) pairs[pair];
            relatives.set(pair, fields.stream().anyMatch(field -> field.mayBeRelatives(left, right)));
        }
        return relatives;
    }

    private double allPairs() {
        return lefts == records ? records * (records - 1.0) / 2 : (double) lefts * (records - lefts);
    }

    private Outcomes compare(long[] pairs) {
        var outcomes = new Outcomes(slots.size(), pairs.length);
        var outcome = new Outcome(slots.size());
        for (long pair : pairs) {
            compare((int) (pair >>> 32), (int) pair, outcome);
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private void compare(int left, int right, Outcome outcome) {
        outcome.clear();
        int first = 0;
        for (FieldComparison field : fields) {
            field.compare(left, right, outcome, first);
            first += field.slots().size();
        }
    }

    /** Pairs drawn by chance, the same in every run. */
    private Outcomes random() {
        int wanted = Math.min(RANDOM_PAIRS, RANDOM_PAIRS_OF_FEW + RANDOM_PAIRS_A_RECORD * records);
        var outcomes = new Outcomes(slots.size(), wanted);
        var outcome = new Outcome(slots.size());
        var random = new SplittableRandom(SEED);
        boolean one = lefts == records;
        for (int i = 0; i < wanted; i++) {
            int left = random.nextInt(lefts);
            int right = one ? random.nextInt(records) : random.nextInt(lefts, records);
            if (left != right) {
                compare(left, right, outcome);
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }
}
