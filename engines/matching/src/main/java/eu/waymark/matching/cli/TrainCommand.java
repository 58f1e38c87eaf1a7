package eu.waymark.matching.cli;

import eu.waymark.matching.score.Level;
import eu.waymark.matching.score.Odds;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.ParametersText;
import eu.waymark.matching.train.EngineTraining;
import eu.waymark.matching.train.EngineTraining.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns a model. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns the engine's parameters from people on record, some of them more than once, without labels, and",
            "writes them as the text that compare --parameters reads. What changed is printed on standard error.",
            "",
            "The file needs the columns given,family,dob and may have id,sex,nationality; others are ignored. Dates and",
            "sexes are as in compare. --verdicts adds what reviewers decided: left_id,right_id,verdict (same, different)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every line was read.",
            "1:Some lines could not be read and are left out, or a birth in them could not and counts as not known;",
            "  each is named by its number on standard error.",
            "2:Not done: the command was not understood, or a file could not be read or written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar matching.jar train --people register.csv --output model.txt",
            "  java -jar matching.jar train --people register.csv --verdicts reviewed.csv --output model.txt",
            "  java -jar matching.jar compare --pairs pairs.csv --parameters model.txt"
        })
final class TrainCommand implements Callable<Integer> {

    private static final double NOTHING = .005;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--people", required = true, paramLabel = "FILE", description = "The people, a CSV file in UTF-8.")
    private Path people = Path.of("people.csv");

    @Option(names = "--verdicts", paramLabel = "FILE", description = "What reviewers decided of pairs of them.")
    private @Nullable Path verdicts;

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "The model to begin with. Default: the engine's own.")
    private @Nullable Path parameters;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; default is standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Parameters first = ModelFile.read(parameters);
        var read = new People(err);
        read.read(people);
        List<Verdict> judged = verdicts == null ? List.of() : read.verdicts(verdicts);
        Parameters learnt = EngineTraining.learn(first, read.all(), judged, step -> say(err, step));
        write(ParametersText.write(learnt));
        say(err, "learnt model " + learnt.version() + " from model " + first.version() + "; bits before and after:");
        report("given", first.given(), learnt.given(), err);
        report("family", first.family(), learnt.family(), err);
        report("birth", first.birth(), learnt.birth(), err);
        report("sex", first.sex(), learnt.sex(), err);
        return read.bad() > 0 ? ExitCode.SOME_LINES_BAD : ExitCode.DONE;
    }

    private void write(String model) {
        if (output == null) {
            spec.commandLine().getOut().print(model);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(output, model);
        } catch (IOException unwritable) {
            throw new ToolException(output + ": cannot be written");
        }
    }

    /** Levels that weigh otherwise than before; those of names as if everybody bore the name: its own share comes on top. */
    private static <L extends Enum<L> & Level> void report(
            String field, Map<L, Odds> before, Map<L, Odds> after, PrintWriter err) {
        after.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> {
                    Odds odds = entry.getValue();
                    double was = before.getOrDefault(entry.getKey(), odds).bits();
                    if (Math.abs(odds.bits() - was) > NOTHING) {
                        say(
                                err,
                                String.format(
                                        Locale.ROOT,
                                        "  %-6s %-17s %+7.2f %+7.2f  m %.4f, u %.2g",
                                        field,
                                        entry.getKey(),
                                        was,
                                        odds.bits(),
                                        odds.m(),
                                        odds.u()));
                    }
                });
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
