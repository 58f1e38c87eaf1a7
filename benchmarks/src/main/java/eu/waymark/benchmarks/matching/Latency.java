package eu.waymark.benchmarks.matching;

import eu.waymark.benchmarks.matching.Crowd.Question;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Asks at a fixed rate and counts from the moment at which a question was due, not from when it could be asked: whoever
 * waits behind a slow answer waits too (coordinated omission).
 */
final class Latency {

    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final int MOST_A_SECOND = 1_000;

    private final Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(5), 3);
    private final int rate;
    private final double recall;
    private final double first;

    private Latency(Finder finder, Question[] questions) throws Exception {
        int done = warmUp(finder, questions);
        double capacity = done / (double) WARM_UP.toSeconds();
        this.rate = (int) Math.clamp(capacity / 2, 1, MOST_A_SECOND);
        int count = (int) Math.min(questions.length, rate * MEASURED.toSeconds());
        int found = 0;
        int foundFirst = 0;
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / rate;
            await(due);
            long[] answer = finder.find(questions[i].asked());
            nanos.recordValue(Math.max(1, System.nanoTime() - due));
            long person = questions[i].person();
            found += Arrays.stream(answer).anyMatch(one -> one == person) ? 1 : 0;
            foundFirst += answer.length > 0 && answer[0] == person ? 1 : 0;
        }
        this.recall = found / (double) count;
        this.first = foundFirst / (double) count;
    }

    /** At half of what the finder can do, at most a thousand a second. */
    static Latency of(Finder finder, Question[] questions) throws Exception {
        return new Latency(finder, questions);
    }

    private static int warmUp(Finder finder, Question[] questions) throws Exception {
        long end = System.nanoTime() + WARM_UP.toNanos();
        int done = 0;
        while (System.nanoTime() < end) {
            finder.find(questions[done++ % questions.length].asked());
        }
        return done;
    }

    private static void await(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            if (left > TimeUnit.MICROSECONDS.toNanos(200)) {
                LockSupport.parkNanos(left - TimeUnit.MICROSECONDS.toNanos(150));
            } else {
                Thread.onSpinWait();
            }
            left = due - System.nanoTime();
        }
    }

    double recall() {
        return recall;
    }

    /** Milliseconds that so many percent of the answers did not exceed. */
    double percentile(double percent) {
        return nanos.getValueAtPercentile(percent) / 1e6;
    }

    void print(String what, PrintWriter out) {
        out.printf(
                "%-34s p50 %8.3f ms  p99 %8.3f ms  p99.9 %8.3f ms  at %,d/s, %,d questions; recall %.4f, first %.4f%n",
                what, percentile(50), percentile(99), percentile(99.9), rate, nanos.getTotalCount(), recall, first);
        out.flush();
    }
}
