package eu.waymark.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, and what they were; safe for several threads. */
final class Latencies {

    private final List<Duration> times = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int failures;

    /** An answer to the question. */
    synchronized void answered(String outcome, Duration time) {
        outcomes.merge(outcome, 1, Integer::sum);
        times.add(time);
    }

    /** A problem instead of an answer; its time tells nothing, for a refusal is quick. */
    synchronized void failed(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
        failures++;
    }

    synchronized int answers() {
        return times.size();
    }

    synchronized int failures() {
        return failures;
    }

    /** How often each outcome came, in alphabetical order. */
    synchronized Map<String, Integer> outcomes() {
        return new TreeMap<>(outcomes);
    }

    /**
     * The time that a share of the answers did not exceed, by the nearest-rank method: a time that was measured.
     *
     * @param percent above 0, at most 100
     * @throws BenchmarkProblem when nothing was answered
     */
    synchronized Duration percentile(double percent) {
        if (times.isEmpty()) {
            throw new BenchmarkProblem("No check was answered, so there is nothing to measure");
        }
        Collections.sort(times);
        int rank = (int) Math.ceil(percent / 100 * times.size());
        return times.get(Math.max(rank, 1) - 1);
    }
}
