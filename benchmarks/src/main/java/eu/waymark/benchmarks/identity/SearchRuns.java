package eu.waymark.benchmarks.identity;

import eu.waymark.benchmarks.matching.Goals;
import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.Issuer;
import eu.waymark.benchmarks.service.Measuring;
import eu.waymark.benchmarks.service.Measuring.Load;
import eu.waymark.benchmarks.service.ServiceProcess;
import eu.waymark.benchmarks.service.Services;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Searches and private queries among people who were imported, each figure beside its goal. */
public final class SearchRuns {

    private static final Duration FILLED = Duration.ofMinutes(8);

    /**
     * So long the service remembers what it tells of its work: those who warmed it up, eight at a time with one answer for all
     * of them, must be forgotten.
     */
    private static final Duration WINDOW = Duration.ofMinutes(3);

    private static final String GATEWAY = "search through the gateway, index in %s";

    private final Asking asking;
    private final Issuer issuer;
    private final Goals goals;
    private final PrintWriter out;
    private final People people;

    public SearchRuns(Asking asking, Issuer issuer, Goals goals, PrintWriter out, People people) {
        this.asking = asking;
        this.issuer = issuer;
        this.goals = goals;
        this.out = out;
        this.people = people;
    }

    /** @param index where that identity service looks, to be told */
    public void throughGateway(Measuring measuring, Services services, ServiceProcess identity, String index)
            throws Exception {
        try (var gateway = services.gateway(Map.of(Services.IDENTITY, identity.address()))) {
            var what = GATEWAY.formatted(index);
            var through = measuring.run(load(what, 50, gateway, new Searches(people, issuer)), identity, gateway);
            goals.atMost(25, through.millis(50), what + ", at 50/s, p50, ms");
            goals.atMost(100, through.millis(99), what + ", at 50/s, p99, ms");
        }
    }

    void withoutGateway(Measuring measuring, ServiceProcess identity) throws Exception {
        measuring.run(load("search without the gateway", 50, identity, new Searches(people, issuer)), identity);
    }

    /** Of a service that has its index in memory, all of it. */
    public void inMemory(Measuring measuring, ServiceProcess identity) throws Exception {
        var searches = new Searches(people, issuer);
        var alone = measuring.run(load("search, index in memory", 200, identity, searches), identity);
        goals.atMost(10, alone.millis(99), "search of the service alone at 200/s, memory, p99, ms");
        var queries = queries(identity);
        measuring
                .atLeast(WINDOW)
                .run(new Load("private query, its wait included", 20, 8, 200, queries::next), identity);
        goals.atMost(50, work(identity), "private query, its work without the wait, p99, ms");
    }

    /** Waits until a service has all people in memory, which is when it answers private queries. */
    public boolean isFilled(ServiceProcess identity) throws InterruptedException {
        var queries = queries(identity);
        long began = System.nanoTime();
        while (asking.status(queries.next()) != 200) {
            if (System.nanoTime() - began > FILLED.toNanos()) {
                goals.atMost(0, Double.POSITIVE_INFINITY, "memory not filled within " + FILLED);
                return false;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        out.printf("memory filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
        return true;
    }

    private PrivateQueries queries(ServiceProcess identity) {
        var encoder = new ClkEncoder(ClkKey.of(Services.CLK_KEY, Services.EPOCH));
        return new PrivateQueries(people, issuer, encoder, Services.EPOCH, identity.address());
    }

    private static Load load(String what, int aSecond, ServiceProcess asked, Searches searches) {
        return new Load(what, aSecond, 2, 201, () -> searches.next(asked.address()));
    }

    private double work(ServiceProcess identity) throws Exception {
        var metrics = asking.send(
                HttpRequest.newBuilder(identity.management().resolve("/q/metrics"))
                        .build(),
                200);
        var line = Pattern.compile("waymark_private_query_work_seconds\\{.*quantile=\"0.99\".*} (\\S+)")
                .matcher(metrics);
        if (!line.find()) {
            throw new IllegalStateException("The service does not tell what private queries cost");
        }
        return 1e3 * Double.parseDouble(Objects.requireNonNull(line.group(1)));
    }
}
