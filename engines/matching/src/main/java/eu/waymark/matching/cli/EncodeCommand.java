package eu.waymark.matching.cli;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.EncodingResult.Missing;
import eu.waymark.matching.clk.EncodingResult.TooLittle;
import eu.waymark.matching.clk.PrivateQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Encodes one child for a private query, so that neither name nor birth leaves the agency. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = {
            "Encodes one child and prints the body of POST /api/identity/v1/private-queries. No name and no birth is in it,",
            "but whoever holds the key can try names against it: treat it like the child's file, and do not keep it.",
            "",
            "The child is read as CSV with a header, columns full,given,family,dob,sex,nationality in any order, of which",
            "one with a name is needed. Several lines are further names and births of the same child. Dates are EDTF",
            "(2013-01-05, 2013-01, 2013, 2013~, 2012/2014), sex is m, f, x or ISO/IEC 5218, nationality ISO 3166-1.",
            "",
            "The key of the epoch is Base64 of at least 32 bytes, in a file or in the variable "
                    + EncodeCommand.VARIABLE + "."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Encoded.",
            "1:Nothing is written: a line could not be read, or too little is known to ask.",
            "2:Not done: the command was not understood, or key or file could not be read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar matching.jar encode --epoch 2026-Q4 --key-file epoch.key < child.csv",
            "  java -jar matching.jar encode --epoch 2026-Q4 --key-file epoch.key --child child.csv |",
            "    curl -H \"Authorization: Bearer $TOKEN\" -H \"Purpose-Of-Use: CP-ASSESS\" -H \"Case-Reference: 2026/417\" \\",
            "      -H \"Content-Type: application/json\" -d @- https://waymark.example/api/identity/v1/private-queries"
        })
final class EncodeCommand implements Callable<Integer> {

    /** Holds the key where no file does. */
    static final String VARIABLE = "WAYMARK_CLK_KEY";

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--epoch",
            required = true,
            paramLabel = "NAME",
            description = "The epoch of the key, as the register tells it.")
    private String epoch = "";

    @Option(names = "--key-file", paramLabel = "FILE", description = "The key. Default: variable " + VARIABLE + ".")
    private @Nullable Path keyFile;

    @Option(names = "--child", paramLabel = "FILE", description = "The child, CSV in UTF-8. Default: standard input.")
    private @Nullable Path child;

    EncodeCommand() {
        this(System.getenv());
    }

    EncodeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var encoder = new ClkEncoder(key());
        try (var file = child == null ? CsvFile.of(System.in) : CsvFile.open(child)) {
            return write(encoder, new ChildReader(file).read());
        } catch (BadLineException bad) {
            spec.commandLine().getErr().println(bad.getMessage());
            return ExitCode.SOME_LINES_BAD;
        }
    }

    private int write(ClkEncoder encoder, Demographics person) {
        return switch (encoder.question(person)) {
            case Encoded encoded -> {
                var out = spec.commandLine().getOut();
                out.println(PrivateQuestion.json(epoch, encoded));
                out.flush();
                yield ExitCode.DONE;
            }
            case TooLittle little -> {
                spec.commandLine().getErr().println(needed(little.missing()));
                yield ExitCode.SOME_LINES_BAD;
            }
        };
    }

    private static String needed(Missing missing) {
        return switch (missing) {
            case NAME -> "Too little is known: a name of two words is needed, or one word and the day of birth.";
            case BIRTH -> "Too little is known: a birth is needed, at least to within five years.";
        };
    }

    private ClkKey key() {
        if (!PrivateQuestion.canName(epoch)) {
            throw new ToolException("An epoch is named by at most 64 letters, digits, dots, dashes and underscores");
        }
        String text = keyFile == null ? environment.getOrDefault(VARIABLE, "") : read(keyFile);
        if (text.isBlank()) {
            throw new ToolException("There is no key: give --key-file or set " + VARIABLE);
        }
        try {
            return ClkKey.of(Base64.getDecoder().decode(text.strip()), epoch);
        } catch (IllegalArgumentException unusable) {
            // No cause: it may quote the key.
            throw new ToolException("The key is not Base64 of at least " + ClkKey.MIN_SECRET_BYTES + " bytes");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new ToolException(file + ": cannot be read");
        }
    }
}
