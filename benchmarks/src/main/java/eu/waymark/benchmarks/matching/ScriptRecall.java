package eu.waymark.benchmarks.matching;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.BlockingKeys;
import eu.waymark.matching.score.CountedFrequencies;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.synthetic.Fault;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Of children registered again abroad, how many are found and at least possible, by the script of their origin, with as
 * many children of each. Two figures: with all faults; and with those only that befall every origin alike, so that what
 * is left of a gap comes from the names: other calendars and 1 January befall some origins only, and would count against
 * their scripts.
 */
final class ScriptRecall {

    private static final int REGISTER = 10_000;
    private static final long MOST = 400_000;
    private static final double POSSIBLE = .05;
    private static final Set<Fault> UNEQUAL =
            EnumSet.of(Fault.OTHER_CALENDAR, Fault.DEFAULT_DAY, Fault.CHANGED_SURNAME);

    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("UA", "Cyrillic"),
            Map.entry("RU", "Cyrillic"),
            Map.entry("BG", "Cyrillic"),
            Map.entry("GR", "Greek"),
            Map.entry("SY", "Arabic"),
            Map.entry("IR", "Arabic"),
            Map.entry("AF", "Arabic"),
            Map.entry("IL", "Hebrew"),
            Map.entry("GE", "Georgian"),
            Map.entry("AM", "Armenian"),
            Map.entry("IN", "Devanagari"),
            Map.entry("KR", "Hangul"),
            Map.entry("CN", "Han"));

    private final SyntheticPopulation people;
    private final MatchingEngine engine;
    private final int enough;
    private final Map<String, Counts> all = new TreeMap<>();
    private final Map<String, Counts> alike = new TreeMap<>();

    /** Children registered again, of whom some were found. */
    static final class Counts {

        private int asked;
        private int found;

        double recall() {
            return found / (double) asked;
        }

        int asked() {
            return asked;
        }
    }

    /** @param enough children of each script */
    ScriptRecall(long seed, int enough) {
        this.enough = enough;
        this.people = new SyntheticPopulation(seed, LocalDate.of(2026, 11, 1));
        this.engine = new MatchingEngine(
                Parameters.FIRST,
                CountedFrequencies.of(LongStream.range(0, REGISTER)
                        .mapToObj(i -> people.person(i).demographics())));
        for (long i = REGISTER; i < REGISTER + MOST && !complete(); i++) {
            ask(people.person(i), i);
        }
    }

    private boolean complete() {
        return all.size() == 1 + Set.copyOf(SCRIPTS.values()).size()
                && alike.values().stream().allMatch(counts -> counts.asked >= enough);
    }

    private void ask(SyntheticRecord child, long index) {
        String script = SCRIPTS.getOrDefault(child.origin(), "Latin");
        Counts counts = all.computeIfAbsent(script, none -> new Counts());
        Counts equal = alike.computeIfAbsent(script, none -> new Counts());
        if (equal.asked >= enough) {
            return;
        }
        SyntheticRecord again = people.corrupted(index, 1);
        boolean found = found(child.demographics(), again.demographics());
        count(counts, found);
        if (Collections.disjoint(again.faults(), UNEQUAL)) {
            count(equal, found);
        }
    }

    private static void count(Counts counts, boolean found) {
        counts.asked++;
        counts.found += found ? 1 : 0;
    }

    private boolean found(Demographics child, Demographics again) {
        var keys = new HashSet<>(BlockingKeys.of(child));
        return BlockingKeys.forQuery(again).stream().anyMatch(keys::contains)
                && engine.score(engine.prepare(child), engine.prepare(again), REGISTER)
                                .probability()
                        >= POSSIBLE;
    }

    /** By script, with all faults. */
    Map<String, Counts> all() {
        return all;
    }

    /** By script, with the faults that befall every origin alike. */
    Map<String, Counts> alike() {
        return alike;
    }

    /** Between the script of the best recall and that of the worst. */
    static double gap(Map<String, Counts> recall) {
        return recall.values().stream().mapToDouble(Counts::recall).max().orElse(0)
                - recall.values().stream().mapToDouble(Counts::recall).min().orElse(0);
    }
}
