package eu.waymark.benchmarks.service;

import eu.waymark.benchmarks.service.Asking.Times;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;

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

    /**
     * Questions of one kind.
     *
     * @param askers how many ask in turn while it is warmed up
     * @param expected status of an answer
     */
    public record Load(String what, int aSecond, int askers, int expected, Supplier<HttpRequest> questions) {}

    public Times run(Load load, ServiceProcess identity) throws Exception {
        asking.inTurn(warmUp, load.askers(), load.questions());
        double service = identity.processorSeconds();
        double postgres = database.processorSeconds();
        int asked = asking.inTurn(COSTED, load.askers(), load.questions());
        out.printf(
                "%s, warm after %d s: %.2f ms of processor of the service and %.2f ms of PostgreSQL each; %d who ask in"
                        + " turn get %d answers a second%n",
                load.what(),
                warmUp.toSeconds(),
                1e3 * (identity.processorSeconds() - service) / asked,
                1e3 * (database.processorSeconds() - postgres) / asked,
                load.askers(),
                asked / COSTED.toSeconds());
        var times = asking.atRate(load.aSecond(), length, load.expected(), load.questions());
        out.printf("%s at %d/s: %s%n", load.what(), load.aSecond(), times);
        return times;
    }
}
