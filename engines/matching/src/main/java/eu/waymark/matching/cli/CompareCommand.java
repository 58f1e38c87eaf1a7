package eu.waymark.matching.cli;

import eu.waymark.matching.explain.Explanation;
import eu.waymark.matching.explain.SvgWaterfall;
import eu.waymark.matching.explain.Visibility;
import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Score;
import eu.waymark.matching.score.TermFrequencies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the two people of each line. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the two people of each line of a CSV file and prints a line for each:",
            "id,probability,band,relation,explanation. A band is match, possible or no-match.",
            "",
            "The file needs the columns id,given1,family1,dob1,sex1,given2,family2,dob2,sex2, in any order; it may have",
            "nationality1 and nationality2 (ISO 3166-1 alpha-2) and others, which are ignored. Fields may be empty.",
            "Dates are EDTF (2013-01-05, 2013-01, 2013, 2013~, 2012/2014); 2013-01-05|2013-05-01 means both are on record.",
            "Other calendars by era (1388-05-12 SH, 2003-02-10 EC, 1432-09-01 AH), ages as age 15-17 @ 2024-05-01.",
            "Sex is m, f, x, male, female, or ISO/IEC 5218 (0, 1, 2, 9)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every line was compared.",
            "1:Some lines could not be read and are left out, or a birth in them could not and counts as not known;",
            "  each is named by its number on standard error.",
            "2:Not done: the command was not understood, or a file could not be read or written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar matching.jar compare --pairs pairs.csv",
            "  java -jar matching.jar compare --pairs pairs.csv --population 5000000 --output verdicts.csv"
        })
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--pairs", required = true, paramLabel = "FILE", description = "The pairs, a CSV file in UTF-8.")
    private Path pairs = Path.of("pairs.csv");

    @Option(
            names = "--population",
            paramLabel = "PEOPLE",
            description = "How many people the register holds: before looking, anybody is this child with one chance in"
                    + " so many. Default: what the parameters say.")
    private @Nullable Long population;

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "The model, a text with a line for each number. Default: the engine's own.")
    private @Nullable Path parameters;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; default is standard output.")
    private @Nullable Path output;

    @Option(
            names = "--explain",
            paramLabel = "text|none",
            defaultValue = "text",
            description = "Whether to fill the column explanation. Default: ${DEFAULT-VALUE}.")
    private Explain explain = Explain.TEXT;

    @Option(
            names = "--svg",
            paramLabel = "FOLDER",
            description = "Where to draw a waterfall for each pair, line-2.svg for the first; they show no names.")
    private @Nullable Path drawings;

    /** How much to say. */
    enum Explain {
        TEXT,
        NONE
    }

    @Override
    public Integer call() {
        if (population != null && population < 1) {
            throw new ToolException("--population must be at least 1");
        }
        PrintWriter err = spec.commandLine().getErr();
        var engine = new MatchingEngine(ModelFile.read(parameters), TermFrequencies.common());
        try (var file = CsvFile.open(pairs);
                var sheet = CsvSheet.open(output, spec.commandLine().getOut())) {
            var reader = new PairReader(file);
            sheet.line("id", "probability", "band", "relation", "explanation");
            return compareAll(engine, file, reader, sheet, err);
        }
    }

    private int compareAll(MatchingEngine engine, CsvFile file, PairReader reader, CsvSheet sheet, PrintWriter err) {
        int exitCode = ExitCode.DONE;
        for (CsvFile.Line line = file.next(); line != null; line = file.next()) {
            try {
                PairReader.Pair pair = reader.read(line);
                compare(engine, pair, line.number(), sheet);
                for (String fault : pair.unread()) {
                    err.println("line " + line.number() + ": " + fault);
                    exitCode = ExitCode.SOME_LINES_BAD;
                }
            } catch (BadLineException bad) {
                err.println("line " + line.number() + ": " + bad.getMessage());
                exitCode = ExitCode.SOME_LINES_BAD;
            }
        }
        err.flush();
        return exitCode;
    }

    private void compare(MatchingEngine engine, PairReader.Pair pair, long line, CsvSheet sheet) {
        Score score = score(engine, pair);
        sheet.line(
                pair.id(),
                String.format(Locale.ROOT, "%.6f", score.probability()),
                band(score.band()),
                score.relation().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                explain == Explain.TEXT ? Explanation.line(score) : "");
        if (drawings != null) {
            draw(drawings, Explanation.of(score, pair.left(), pair.right(), Visibility.MASKED), line);
        }
    }

    private static void draw(Path folder, Explanation explanation, long line) {
        Path drawing = folder.resolve("line-" + line + ".svg");
        try {
            Files.createDirectories(folder);
            Files.writeString(drawing, SvgWaterfall.of(explanation));
        } catch (IOException unwritable) {
            throw new ToolException(drawing + ": cannot be written");
        }
    }

    private Score score(MatchingEngine engine, PairReader.Pair pair) {
        var left = engine.prepare(pair.left());
        var right = engine.prepare(pair.right());
        return population == null ? engine.score(left, right) : engine.score(left, right, population);
    }

    private static String band(Band band) {
        return switch (band) {
            case CERTAIN -> "match";
            case POSSIBLE -> "possible";
            case NONE -> "no-match";
        };
    }
}
