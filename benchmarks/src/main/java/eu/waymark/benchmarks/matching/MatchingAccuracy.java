package eu.waymark.benchmarks.matching;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how well matching does on open sets, on invented children and on hard pairs, beside the goals. */
@Command(
        name = "matching-accuracy",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Links labelled open sets without labels and prints the figures beside the goals.")
public final class MatchingAccuracy implements Callable<Integer> {

    private static final double BRIER = .02;
    private static final double ENCODED = .90;
    private static final double GAP = .02;
    private static final double RIGHT = .95;
    private static final long SEED = 909;

    @Parameters(paramLabel = "DATA_FOLDER", description = "where the sets lie, in it or in its folder linkage")
    private Path folder = Path.of(".");

    @Option(names = "--pairs", paramLabel = "FILE", description = "hard pairs with a column expected")
    private @Nullable Path pairs;

    @Option(names = "--people", paramLabel = "N", description = "invented children for the calibration")
    private int people = 10_000;

    @Option(names = "--children", paramLabel = "N", description = "children of each script for the recall by script")
    private int children = 2_000;

    @Option(names = "--duke", negatable = true, defaultValue = "true", description = "run Duke 1.2 beside")
    private boolean duke = true;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean reached = true;

    /** Exit code 0: every goal reached; 1: some not; 2: one line on stderr says what is missing. */
    public static void main(String[] arguments) {
        System.exit(commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new MatchingAccuracy())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.println("matching-accuracy: "
                            + (failure instanceof AccuracyException known ? known.getMessage() : failure));
                    return 2;
                });
    }

    @Override
    public Integer call() {
        Path sets = Files.isDirectory(folder.resolve("linkage")) ? folder.resolve("linkage") : folder;
        for (OpenSet set : OpenSet.ALL) {
            set.files().filter(file -> !Files.isReadable(sets.resolve(file))).forEach(file -> {
                throw new AccuracyException(sets.resolve(file) + " is missing");
            });
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%-10s %-9s %-8s %7s %7s %7s %7s %7s  goal%n",
                "set", "fields", "tool", "block", "P", "R", "F1", "seconds");
        OpenSet.ALL.forEach(set -> link(set, Table.read(sets, set), out));
        synthetic(out);
        if (pairs != null) {
            hard(HardPairs.judge(pairs), out);
        }
        return reached ? 0 : 1;
    }

    private void link(OpenSet set, Table table, PrintWriter out) {
        var ours = new Waymark(table);
        Double goal = set.goal();
        row(
                set,
                "Waymark",
                ours.result(),
                goal == null ? "" : goal(ours.result().f1() >= goal, ">= " + goal),
                out);
        if (set.name().equals("febrl4") && set.fields().equals("name+date")) {
            Result encoded = new PrivateEncodings(table).link();
            row(set, "encoded", encoded, goal(encoded.f1() >= ENCODED, ">= " + ENCODED), out);
        }
        if (duke) {
            row(set, "Duke", new Duke(table).link(), "", out);
        }
        if (goal != null) {
            calibration(ours.calibration(), ours.inQuestion(), out);
        }
    }

    private static void row(OpenSet set, String tool, Result result, String goal, PrintWriter out) {
        out.printf("%-10s %-9s %-8s %s%s%n", set.name(), set.fields(), tool, result.columns(), goal);
    }

    private void synthetic(PrintWriter out) {
        var run = new SyntheticRun(people);
        out.printf(Locale.ROOT, "%n%d invented children, the engine's scores:%n", people);
        calibration(run.calibration(), run.inQuestion(), out);
        var recall = new ScriptRecall(SEED, children);
        recall.all().forEach((script, counts) -> {
            ScriptRecall.Counts alike = Objects.requireNonNull(recall.alike().get(script));
            out.printf(
                    Locale.ROOT,
                    "  recall %-10s %.4f of %5d; %.4f of %d with faults that befall every origin%n",
                    script,
                    counts.recall(),
                    counts.asked(),
                    alike.recall(),
                    alike.asked());
        });
        double gap = ScriptRecall.gap(recall.alike());
        out.printf(
                Locale.ROOT,
                "  recall gap between scripts %.4f, faults alike %.4f%s%n",
                ScriptRecall.gap(recall.all()),
                gap,
                goal(gap <= GAP, "<= .02"));
    }

    private void calibration(Calibration all, Calibration inQuestion, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  calibration: Brier %.4f over %d candidate pairs%s; %.4f over the %d of .01 and more%n%s",
                all.brier(),
                all.count(),
                goal(all.brier() <= BRIER, "<= .02"),
                inQuestion.brier(),
                inQuestion.count(),
                all.table());
    }

    private void hard(HardPairs hard, PrintWriter out) {
        double share = hard.right() / (double) hard.pairs();
        out.printf(
                Locale.ROOT,
                "%n%d hard pairs: %.4f right%s, %d different children called a match%s%n",
                hard.pairs(),
                share,
                goal(share >= RIGHT, ">= .95"),
                hard.wronglyMatched(),
                goal(hard.wronglyMatched() == 0, "0"));
    }

    private String goal(boolean met, String goal) {
        reached &= met;
        return "  " + goal + (met ? " reached" : " NOT REACHED");
    }
}
