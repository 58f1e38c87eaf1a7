package eu.waymark.benchmarks.matching;

import eu.waymark.benchmarks.matching.Crowd.Question;
import eu.waymark.matching.clk.ScanRate;
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
    private int duke = 5_000;

    @Option(names = "--no-trigrams", description = "leaves PostgreSQL out")
    private boolean noTrigrams;

    @Option(names = "--folder", required = true, description = "an empty folder for databases, some GB")
    private Path folder = Path.of("");

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MatchingSpeed()).execute(arguments));
    }

    private final Goals goals = new Goals();

    /** Exit code 0: every goal reached; 1: some not. */
    @Override
    public Integer call() throws Exception {
        var crowd = new Crowd(people);
        var questions = crowd.questions(QUESTIONS);
        var index = new IndexRun(crowd, out);
        Latency ours = built(index, crowd, questions);
        double rate = index.bulk();
        goals.atMost(.5, ours.percentile(50), "search among %,d, p50, ms".formatted(people));
        goals.atMost(3, ours.percentile(99), "search among %,d, p99, ms".formatted(people));
        goals.atLeast(10_000, rate, "matched and registered a second");
        goals.atMost(250, index.bytesOfPerson(), "memory of the index, bytes a person");
        encoded(crowd, questions, index.bytesOfPerson());
        if (!noTrigrams) {
            besideTrigrams(crowd, questions, ours);
        }
        if (duke > 0) {
            besideDuke(new Crowd(duke));
        }
        if (large > 0) {
            among(new Crowd(large), ours, rate);
        }
        out.println(goals.table());
        return goals.reached() ? 0 : 1;
    }

    private Latency built(IndexRun index, Crowd crowd, Question[] questions) throws Exception {
        index.build();
        var latency = Latency.of(index, questions);
        latency.print("Waymark, %,d people".formatted(crowd.size()), out);
        return latency;
    }

    private void encoded(Crowd crowd, Question[] questions, double bytesOfIndex) throws InterruptedException {
        double whole = ScanRate.millionsOfDice(false);
        double folded = ScanRate.millionsOfDice(true);
        out.printf("private encodings: %.0f million Dice a second and processor, %.0f folded%n", whole, folded);
        goals.atLeast(80, whole, "Dice of 1,024 bits, millions a second and processor");
        var run = new PrivateRun(crowd);
        for (boolean strangers : new boolean[] {false, true}) {
            var answers = run.ask(questions, strangers);
            String who = strangers ? "strangers" : "known";
            out.printf(
                    "hit or no hit, %s: p50 %.3f ms  p99 %.3f ms  %s%n",
                    who, run.percentile(50), run.percentile(99), answers);
            goals.atMost(15, run.percentile(99), "hit or no hit among %,d, %s, p99, ms".formatted(people, who));
        }
        goals.atMost(400, bytesOfIndex + run.bytesOfPerson(), "memory with private encodings, bytes a person");
    }

    private void besideTrigrams(Crowd crowd, Question[] questions, Latency ours) throws Exception {
        try (var trigrams = Trigrams.of(crowd, folder.resolve("trigrams"))) {
            var theirs = Latency.of(trigrams, questions);
            theirs.print("pg_trgm GIN, %,d people".formatted(crowd.size()), out);
            goals.atLeast(5, theirs.percentile(50) / ours.percentile(50), "times as fast as pg_trgm at p50");
            goals.atLeast(5, theirs.percentile(99) / ours.percentile(99), "times as fast as pg_trgm at p99");
            goals.atLeast(theirs.recall(), ours.recall(), "found, beside pg_trgm");
        }
    }

    private void besideDuke(Crowd crowd) throws Exception {
        var questions = crowd.questions(QUESTIONS);
        built(new IndexRun(crowd, out), crowd, questions);
        try (var duke = new DukeRun(crowd, folder.resolve("duke"))) {
            Latency.of(duke, questions).print("Duke 1.2, %,d people".formatted(crowd.size()), out);
        }
    }

    private void among(Crowd crowd, Latency fewer, double rate) throws Exception {
        var index = new IndexRun(crowd, out);
        Latency more = built(index, crowd, crowd.questions(QUESTIONS));
        goals.atMost(3, more.percentile(50) / fewer.percentile(50), "p50 among %,d, times".formatted(large));
        goals.atMost(3, more.percentile(99) / fewer.percentile(99), "p99 among %,d, times".formatted(large));
        goals.atLeast(.8, index.bulk() / rate, "matched and registered among %,d, times".formatted(large));
        goals.atMost(250, index.bytesOfPerson(), "memory among %,d, bytes a person".formatted(large));
    }
}
