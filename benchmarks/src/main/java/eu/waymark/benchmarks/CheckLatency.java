package eu.waymark.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long the one question takes, asked through the gateway by the people of a running sandbox. */
@Command(
        name = "check-latency",
        description = "Ask a running sandbox the one question again and again, and say how long it took.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class CheckLatency implements Callable<Integer> {

    private static final int MOST_CHECKS = 10_000;
    private static final int MOST_SECONDS = 3_600;

    @Option(names = "--sandbox", paramLabel = "FILE", description = "what the sandbox wrote about itself")
    private Path sandbox = Path.of(".waymark", "sandbox.json");

    @Option(names = "--checks", paramLabel = "N", description = "how many checks to measure at most")
    private int checks = 150;

    @Option(names = "--warm-up", paramLabel = "N", description = "how many checks to ask before, unmeasured")
    private int warmUp = 30;

    @Option(names = "--seconds", paramLabel = "N", description = "when to stop at the latest")
    private int seconds = 120;

    @Option(names = "--children", paramLabel = "N", description = "how many children the sandbox was loaded with")
    private int children = 2000;

    @Option(names = "--seed", paramLabel = "N", description = "the seed of the sandbox's children")
    private long seed = 20261122;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Exit code 0: measured; 1: one line on stderr says why not; 2: measured, but some checks were not answered. */
    public static void main(String[] arguments) {
        System.exit(commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new CheckLatency())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((problem, arguments) -> refuse(err, problem))
                .setExecutionExceptionHandler((failure, command, result) -> refuse(err, failure));
    }

    private static int refuse(PrintWriter err, Exception failure) {
        var message =
                switch (failure) {
                    case BenchmarkProblem problem -> problem.getMessage();
                    case CommandLine.ParameterException problem -> problem.getMessage();
                    case IOException problem -> "the sandbox does not answer: " + problem.getMessage();
                    default -> "unexpected: " + failure;
                };
        err.println("check-latency: " + message);
        return 1;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireBetween("--checks", checks, 1, MOST_CHECKS);
        requireBetween("--warm-up", warmUp, 0, MOST_CHECKS);
        requireBetween("--seconds", seconds, 1, MOST_SECONDS);
        requireBetween("--children", children, 1, Integer.MAX_VALUE);
        var run = new PacedRun(RunningSandbox.read(sandbox), new Questions(seed, children), warmUp, checks);
        var latencies = run.go(Duration.ofSeconds(seconds));
        report(spec.commandLine().getOut(), latencies);
        return latencies.failures() > 0 ? 2 : 0;
    }

    private static void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BenchmarkProblem("%s must be a number from %d to %d".formatted(option, least, most));
        }
    }

    private static void report(PrintWriter out, Latencies latencies) {
        latencies.outcomes().forEach((outcome, count) -> out.printf("%6d  %s%n", count, outcome));
        out.printf(
                Locale.ROOT,
                "%d checks: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                latencies.answers(),
                millis(latencies.percentile(50)),
                millis(latencies.percentile(95)),
                millis(latencies.percentile(99)),
                millis(latencies.percentile(100)));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
