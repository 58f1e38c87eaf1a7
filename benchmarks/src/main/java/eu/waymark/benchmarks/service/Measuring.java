package eu.waymark.benchmarks.service;

import eu.waymark.benchmarks.service.Asking.Times;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Warms a service up, tells what one question costs, and then asks at a fixed rate. */
public final class Measuring {

    /** So long questions are asked in turn to learn what one costs. */
    private static final Duration COSTED = Duration.ofSeconds(10);

    private final Asking asking;
    private final DurableDatabase database;
    private final Duration warmUp;
    private final Duration length;
    private final PrintWriter out;

    public Measuring(Asking asking, DurableDatabase database, Duration warmUp, Duration length, PrintWriter out) {
        this.asking = asking;
        this.database = database;
        this.warmUp = warmUp;
        this.length = length;
        this.out = out;
    }

    /** The same, asking at the fixed rate for so long at least. */
    public Measuring atLeast(Duration least) {
        return new Measuring(asking, database, warmUp, length.compareTo(least) < 0 ? least : length, out);
    }

    /**
     * Questions of one kind.
     *
     * @param askers how many ask in turn while it is warmed up
     * @param expected status of an answer
     */
    public record Load(String what, int aSecond, int askers, int expected, Supplier<HttpRequest> questions) {}

    /** @param parts whose processor time is told, with PostgreSQL's */
    public Times run(Load load, ServiceProcess... parts) throws Exception {
        asking.inTurn(warmUp, load.askers(), load.questions());
        var before = used(parts);
        int asked = asking.inTurn(COSTED, load.askers(), load.questions());
        var after = used(parts);
        var costs = after.entrySet().stream()
                .map(part -> "%s %.2f"
                        .formatted(
                                part.getKey(),
                                1e3 * (part.getValue() - before.getOrDefault(part.getKey(), 0.0)) / asked))
                .collect(Collectors.joining(", "));
        out.printf(
                "%s, warm after %d s: ms of processor each: %s; %d who ask in turn get %d answers a second%n",
                load.what(), warmUp.toSeconds(), costs, load.askers(), asked / COSTED.toSeconds());
        var times = asking.atRate(load.aSecond(), length, load.expected(), load.questions());
        out.printf("%s at %d/s: %s%n", load.what(), load.aSecond(), times);
        return times;
    }

    private Map<String, Double> used(ServiceProcess... parts) throws IOException {
        var used = new LinkedHashMap<String, Double>();
        for (var part : parts) {
            used.put(part.name(), part.processorSeconds());
        }
        used.put("PostgreSQL", database.processorSeconds());
        return used;
    }
}
