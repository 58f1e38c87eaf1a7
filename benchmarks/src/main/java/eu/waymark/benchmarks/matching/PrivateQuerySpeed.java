package eu.waymark.benchmarks.matching;

import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivatePeople;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a private query costs among a million people, in processor time: so it can be measured beside other work. */
@Command(
        name = "private-queries",
        mixinStandardHelpOptions = true,
        description = "Encodes invented people, changes some, asks about them and about strangers.")
public final class PrivateQuerySpeed implements Callable<Integer> {

    private static final int BATCH = 2_000;
    private static final int WARM_UP = 500;
    private static final double NANOS_IN_MILLI = 1e6;

    @Option(names = "--people", description = "people on record (default: ${DEFAULT-VALUE})")
    private int people = 1_000_000;

    @Option(names = "--questions", description = "of each kind (default: ${DEFAULT-VALUE})")
    private int questions = 2_000;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final ClkEncoder encoder = new ClkEncoder(
            ClkKey.of("an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII), "2026-Q4"));

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PrivateQuerySpeed()).execute(arguments));
    }

    @Override
    public Integer call() {
        var crowd = new Crowd(people);
        var known = new PrivatePeople(false);
        fill(crowd, known);
        ask("known, registered again with faults", known, known(crowd));
        ask("strangers", known, strangers(crowd));
        change(crowd, known);
        ask("strangers, after a tenth of the people changed", known, strangers(crowd));
        return 0;
    }

    private void fill(Crowd crowd, PrivatePeople known) {
        long before = processor.getCurrentThreadCpuTime();
        for (int from = 0; from < people; from += BATCH) {
            known.change(encoded(crowd, from, Math.min(people, from + BATCH)), Set.of());
        }
        out.printf(
                "%,d of %,d people have encodings: %,d bytes each, %.0f us each to encode and take in%n",
                known.size(),
                people,
                known.bytes() / known.size(),
                (processor.getCurrentThreadCpuTime() - before) / 1e3 / people);
    }

    private void change(Crowd crowd, PrivatePeople known) {
        for (int from = 0; from < people / 10; from += BATCH) {
            known.change(encoded(crowd, from, Math.min(people / 10, from + BATCH)), Set.of());
        }
    }

    private Map<Integer, Encoded> encoded(Crowd crowd, int from, int to) {
        var batch = new HashMap<Integer, Encoded>();
        for (int person = from; person < to; person++) {
            if (encoder.encode(crowd.person(person)) instanceof Encoded encoded) {
                batch.put(person, encoded);
            }
        }
        return batch;
    }

    private List<Encoded> known(Crowd crowd) {
        var asked = new ArrayList<Encoded>();
        for (var question : crowd.questions(questions)) {
            if (encoder.question(question.asked()) instanceof Encoded encoded) {
                asked.add(encoded);
            }
        }
        return asked;
    }

    private List<Encoded> strangers(Crowd crowd) {
        var asked = new ArrayList<Encoded>();
        for (long person = people; asked.size() < questions; person++) {
            if (encoder.question(crowd.person(person)) instanceof Encoded encoded) {
                asked.add(encoded);
            }
        }
        return asked;
    }

    private void ask(String who, PrivatePeople known, List<Encoded> asked) {
        asked.stream().limit(WARM_UP).forEach(known::ask);
        var times = new Histogram(3);
        int found = 0;
        for (var question : asked) {
            long before = processor.getCurrentThreadCpuTime();
            found += known.ask(question).byDay().isEmpty() ? 0 : 1;
            times.recordValue(processor.getCurrentThreadCpuTime() - before);
        }
        out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms, most %.2f ms; %.1f %% found by day%n",
                who,
                times.getValueAtPercentile(50) / NANOS_IN_MILLI,
                times.getValueAtPercentile(99) / NANOS_IN_MILLI,
                times.getMaxValue() / NANOS_IN_MILLI,
                100.0 * found / asked.size());
    }
}
