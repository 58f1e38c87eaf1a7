package eu.waymark.benchmarks.matching;

import eu.waymark.matching.blocking.BlockingKeys;
import eu.waymark.matching.score.CountedFrequencies;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calibration of the engine's own scores over invented children. */
final class SyntheticRun {

    private static final double IN_QUESTION = .01;

    private final List<SyntheticRecord> records;
    private final MatchingEngine engine;
    private final List<Prepared> prepared;
    private final Map<String, Set<Integer>> index = new HashMap<>();
    private final Calibration calibration = new Calibration();
    private final Calibration inQuestion = new Calibration();

    SyntheticRun(int count) {
        records = SyntheticPeople.generate(77, count, LocalDate.of(2026, 11, 1)).toList();
        engine = new MatchingEngine(
                Parameters.FIRST, CountedFrequencies.of(records.stream().map(SyntheticRecord::demographics)));
        prepared = records.stream()
                .map(record -> engine.prepare(record.demographics()))
                .toList();
        for (int i = 0; i < count; i++) {
            for (String key : BlockingKeys.of(records.get(i).demographics())) {
                index.computeIfAbsent(key, none -> new HashSet<>()).add(i);
            }
        }
        for (int i = 0; i < count; i++) {
            ask(i);
        }
    }

    private void ask(int asked) {
        SyntheticRecord one = records.get(asked);
        for (int other : candidates(asked)) {
            double probability = engine.score(prepared.get(asked), prepared.get(other), records.size())
                    .probability();
            boolean same = one.personId().equals(records.get(other).personId());
            if (asked < other) {
                calibration.add(probability, same);
                if (probability >= IN_QUESTION) {
                    inQuestion.add(probability, same);
                }
            }
        }
    }

    private Set<Integer> candidates(int asked) {
        var candidates = new HashSet<Integer>();
        for (String key : BlockingKeys.forQuery(records.get(asked).demographics())) {
            candidates.addAll(index.getOrDefault(key, Set.of()));
        }
        candidates.remove(asked);
        return candidates;
    }

    /** Of all candidate pairs. */
    Calibration calibration() {
        return calibration;
    }

    /** Of those from a probability of one in a hundred on, whatever they are in truth. */
    Calibration inQuestion() {
        return inQuestion;
    }
}
