package eu.waymark.benchmarks.matching;

import eu.waymark.matching.PersonName;
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
import java.util.TreeMap;

/** The engine's own scores over invented children in four scripts: calibration, and recall by script. */
final class SyntheticRun {

    private static final double IN_QUESTION = .01;
    private static final double POSSIBLE = .05;

    private final List<SyntheticRecord> records;
    private final MatchingEngine engine;
    private final List<Prepared> prepared;
    private final Map<String, Set<Integer>> index = new HashMap<>();
    private final Calibration calibration = new Calibration();
    private final Map<String, int[]> byScript = new TreeMap<>();

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
        boolean known = false;
        for (int other : candidates(asked)) {
            double probability = engine.score(prepared.get(asked), prepared.get(other), records.size())
                    .probability();
            boolean same = one.personId().equals(records.get(other).personId());
            known |= same && probability >= POSSIBLE;
            if (asked < other && (same || probability >= IN_QUESTION)) {
                calibration.add(probability, same);
            }
        }
        if (one.repeated()) {
            int[] counts = byScript.computeIfAbsent(script(asked), none -> new int[2]);
            counts[0]++;
            counts[1] += known ? 1 : 0;
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

    /** The script of the child's own name: that of its registration at home, which comes just before. */
    private String script(int asked) {
        for (PersonName name : records.get(asked - 1).demographics().names()) {
            String text = name.given() == null ? String.valueOf(name.full()) : name.given();
            var script = Character.UnicodeScript.of(text.codePointAt(0));
            if (script != Character.UnicodeScript.LATIN) {
                return script.name();
            }
        }
        return Character.UnicodeScript.LATIN.name();
    }

    Calibration calibration() {
        return calibration;
    }

    /** For each script, the share of repeated registrations that came up as at least possible. */
    Map<String, Double> recall() {
        var recall = new TreeMap<String, Double>();
        byScript.forEach((script, counts) -> recall.put(script, counts[1] / (double) counts[0]));
        return recall;
    }
}
