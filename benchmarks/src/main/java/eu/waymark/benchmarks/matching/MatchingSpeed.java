package eu.waymark.benchmarks.matching;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast, how surely and in how little memory people are found, beside other ways to look for them. */
@Command(
        name = "matching-speed",
        mixinStandardHelpOptions = true,
        description = "Measures the search for people on this machine: invented people, bounded in time.")
public final class MatchingSpeed implements Callable<Integer> {

    private static final int QUESTIONS = 20_000;

    @Option(names = "--people", description = "people in the index and in PostgreSQL (default: ${DEFAULT-VALUE})")
    private int people = 1_000_000;

    @Option(names = "--large", description = "people in a second, larger index; 0 for none (default: 0)")
    private int large;

    @Option(names = "--duke", description = "people given to Duke; 0 to leave it out (default: ${DEFAULT-VALUE})")
    private int duke = 20_000;

    @Option(names = "--no-trigrams", description = "leaves PostgreSQL out")
    private boolean noTrigrams;

    @Option(names = "--folder", required = true, description = "an empty folder for databases, some GB")
    private Path folder = Path.of("");

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MatchingSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        double rate = beside(new Crowd(people));
        if (duke > 0) {
            besideDuke(new Crowd(duke));
        }
        if (large > 0) {
            var crowd = new Crowd(large);
            var index = new IndexRun(crowd, out);
            index.build();
            Latency.of(index, crowd.questions(QUESTIONS)).print("Waymark, %,d people".formatted(large), out);
            out.printf("%.0f %% of the rate among fewer%n", 100 * index.bulk() / rate);
        }
        return 0;
    }

    private double beside(Crowd crowd) throws Exception {
        var questions = crowd.questions(QUESTIONS);
        var index = new IndexRun(crowd, out);
        index.build();
        var ours = Latency.of(index, questions);
        ours.print("Waymark, %,d people".formatted(crowd.size()), out);
        double rate = index.bulk();
        if (!noTrigrams) {
            try (var trigrams = Trigrams.of(crowd, folder.resolve("trigrams"))) {
                var theirs = Latency.of(trigrams, questions);
                theirs.print("pg_trgm GIN, %,d people".formatted(crowd.size()), out);
                out.printf(
                        "Waymark is %.1f times as fast at p50, %.1f at p99, and finds %+.4f%n",
                        theirs.percentile(50) / ours.percentile(50),
                        theirs.percentile(99) / ours.percentile(99),
                        ours.recall() - theirs.recall());
            }
        }
        return rate;
    }

    private void besideDuke(Crowd crowd) throws Exception {
        var questions = crowd.questions(QUESTIONS);
        var index = new IndexRun(crowd, out);
        index.build();
        Latency.of(index, questions).print("Waymark, %,d people".formatted(crowd.size()), out);
        try (var duke = new DukeRun(crowd, folder.resolve("duke"))) {
            Latency.of(duke, questions).print("Duke 1.2, %,d people".formatted(crowd.size()), out);
        }
    }
}
