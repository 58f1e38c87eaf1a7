package eu.waymark.matching.cli;

import eu.waymark.matching.link.DateFormat;
import eu.waymark.matching.link.Figures;
import eu.waymark.matching.link.LinkField;
import eu.waymark.matching.link.LinkRecord;
import eu.waymark.matching.link.Linkage;
import eu.waymark.matching.link.Links;
import eu.waymark.matching.train.Kin;
import eu.waymark.matching.train.LinkModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Links files. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the records of two CSV files that are one person, or of one file without --right. Learns from the",
            "files themselves, without labels. Prints left_id,right_id,probability,band for each pair at or above --min.",
            "",
            "--columns says what the columns hold: given, family, birthname, dob, sex, postcode, address, city,",
            "birthplace, state, email, phone, number (an identifier); any other word is compared as text.",
            "Columns that make up one field are joined with +. Dates may be yyyy-MM-dd and other EDTF, yyyyMMdd,",
            "dd.MM.yyyy, dd/MM/yyyy or MM/dd/yyyy: what fits most values of the column is taken. A date that does not fit",
            "counts as not known, and its line is named.",
            "",
            "The band is match from one half, possible below it, and never match where two given names of one family",
            "differ: twins share name and birth, so a person has to look."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every line was read.",
            "1:Some lines could not be read and are left out; each is named by its number on standard error.",
            "2:Not done: the command was not understood, or a file could not be read or written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar matching.jar link --left a.csv --right b.csv --columns given=first,family=last,dob=born",
            "  java -jar matching.jar link --left people.csv --columns given=given,family=family,dob=dob --min 0.9",
            "  java -jar matching.jar link --left a.csv --right b.csv --id rec_id --truth rec_id \\",
            "      --truth-pattern 'rec-(\\d+)' --columns given=given_name,family=surname,dob=date_of_birth --quiet"
        })
final class LinkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--left", required = true, paramLabel = "FILE", description = "A CSV file in UTF-8.")
    private Path left = Path.of("left.csv");

    @Option(names = "--right", paramLabel = "FILE", description = "The other; without it, duplicates within --left.")
    private @Nullable Path right;

    @Option(
            names = "--columns",
            required = true,
            paramLabel = "FIELD=COLUMN,...",
            description = "What to compare, and where it is.")
    private String columns = "";

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "What to call a record. Default: the column id, else the first column.")
    private @Nullable String id;

    @Option(
            names = "--min",
            paramLabel = "PROBABILITY",
            defaultValue = "0.5",
            description = "Least probability that is printed. Default: ${DEFAULT-VALUE}.")
    private double least = .5;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "Who each record really is: equal means the same person. Used to print figures on standard"
                    + " error, never to learn.")
    private @Nullable String truth;

    @Option(
            names = "--truth-pattern",
            paramLabel = "REGEX",
            description = "What to take of --truth: the first group, or all that matches.")
    private @Nullable String truthPattern;

    @Option(
            names = "--date-format",
            paramLabel = "FORMAT",
            description =
                    "How all dates are written: edtf, compact, day-first, month-first or year-first. Default: what"
                            + " fits most values of the column.")
    private @Nullable String dateFormat;

    @Option(
            names = "--one-to-one",
            description = "Give each record at most one partner. Right only where neither file holds anybody twice.")
    private boolean oneToOne;

    @Option(
            names = "--save-parameters",
            paramLabel = "FILE",
            description = "Where to write what was learnt: field,level,m,u.")
    private @Nullable Path saved;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; default is standard output.")
    private @Nullable Path output;

    @Option(names = "--quiet", description = "Print the figures of --truth only, on standard output.")
    private boolean quiet;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        var layout = new RecordFile.Layout(fields(), id, truth, pattern());
        RecordFile lefts = RecordFile.read(left, layout, err);
        RecordFile rights = right == null ? null : RecordFile.read(right, layout, err);
        var dates = new DateColumns(lefts, rights, err);
        Links all = link(dates.known(layout.fields()), lefts, rights, err);
        Links links = oneToOne ? all.oneToOne() : all;
        save(links.model());
        List<LinkRecord> others = rights == null ? null : rights.records();
        if (!quiet) {
            print(links, lefts.records(), others);
        }
        if (truth != null) {
            PrintWriter out = quiet ? spec.commandLine().getOut() : err;
            out.println(figures(Figures.of(links, lefts.records(), others, least)));
            out.flush();
        }
        boolean bad = lefts.bad() > 0 || rights != null && rights.bad() > 0;
        return bad ? ExitCode.SOME_LINES_BAD : ExitCode.DONE;
    }

    private Links link(List<LinkField> fields, RecordFile lefts, @Nullable RecordFile rights, PrintWriter err) {
        return rights == null
                ? Linkage.within(fields, lefts.records(), step -> progress(err, step))
                : Linkage.between(fields, lefts.records(), rights.records(), step -> progress(err, step));
    }

    private void save(LinkModel model) {
        if (saved == null) {
            return;
        }
        try (var sheet = CsvSheet.open(saved, spec.commandLine().getOut())) {
            sheet.line("field", "level", "m", "u");
            for (int slot = 0; slot < model.slots().size(); slot++) {
                List<String> levels = model.slots().get(slot).levels();
                for (int level = 0; level < levels.size(); level++) {
                    sheet.line(
                            model.slots().get(slot).name(),
                            levels.get(level),
                            model.m(slot, level),
                            model.u(slot, level));
                }
            }
            for (Kin kin : Kin.values()) {
                sheet.line("share of all pairs", kin, model.share(kin), "");
            }
        }
    }

    private void progress(PrintWriter err, String step) {
        if (!quiet) {
            err.println(step);
            err.flush();
        }
    }

    private void print(Links links, List<LinkRecord> lefts, @Nullable List<LinkRecord> rights) {
        List<LinkRecord> others = rights == null ? lefts : rights;
        try (var sheet = CsvSheet.open(output, spec.commandLine().getOut())) {
            sheet.line("left_id", "right_id", "probability", "band");
            for (int pair = 0; pair < links.size(); pair++) {
                double probability = links.probability(pair);
                if (probability >= least) {
                    sheet.line(
                            lefts.get(links.left(pair)).id(),
                            others.get(links.right(pair)).id(),
                            String.format(Locale.ROOT, "%.6f", probability),
                            links.isMatch(pair) ? "match" : "possible");
                }
            }
        }
    }

    private static String figures(Figures figures) {
        return String.format(
                Locale.ROOT,
                "precision %.4f, recall %.4f, F1 %.4f, block recall %.4f (%d true pairs, %d linked, %d of them true)",
                figures.precision(),
                figures.recall(),
                figures.f1(),
                figures.blockRecall(),
                figures.truePairs(),
                figures.linked(),
                figures.found());
    }

    private List<LinkField> fields() {
        try {
            List<LinkField> fields = LinkField.parse(columns);
            if (dateFormat == null) {
                return fields;
            }
            DateFormat format = DateFormat.named(dateFormat);
            if (format == null) {
                throw new ToolException("--date-format is none of edtf, compact, day-first, month-first, year-first");
            }
            return fields.stream().map(field -> field.withDates(format)).toList();
        } catch (IllegalArgumentException bad) {
            throw new ToolException("--columns " + bad.getMessage());
        }
    }

    private @Nullable Pattern pattern() {
        try {
            return truthPattern == null ? null : Pattern.compile(truthPattern);
        } catch (PatternSyntaxException bad) {
            throw new ToolException("--truth-pattern is not a regular expression: " + bad.getDescription());
        }
    }
}
