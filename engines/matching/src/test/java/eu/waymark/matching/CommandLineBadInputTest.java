package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.cli.MatchingTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands in a file of pairs: lines compared, lines refused by number, or a file refused, and no stack trace. */
class CommandLineBadInputTest {

    private static final String HEADER = "id,given1,family1,dob1,sex1,given2,family2,dob2,sex2";
    private static final String GOOD = "good,Zbigniew,Rokicki,2012-05-17,male,Zbigniew,Rokicki,2012-05-17,male";

    private record Outcome(int exitCode, String out, String err) {}

    @Property(tries = 200)
    void anyBytesOfAFileEndInAnExitCode(@ForAll @Size(max = 400) byte[] content) throws IOException {
        Outcome outcome = compare(content);

        assertThat(outcome.exitCode()).isBetween(0, 2);
        assertThat(outcome.err()).doesNotContain("Not done", "Exception");
    }

    @Property(tries = 200)
    void anyCellsCostAtMostTheirOwnLine(@ForAll("texts") String given, @ForAll("texts") String birth)
            throws IOException {
        String odd = "odd,%s,Rokicki,%s,male,Zbigniew,Rokicki,2012-05-17,male".formatted(quoted(given), quoted(birth));

        Outcome outcome = compare(String.join("\n", HEADER, odd, GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.out()).containsPattern("(?m)^good,.*,match,same,");
        assertThat(outcome.err()).doesNotContain("Not done", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bad,Zbigniew,Rokicki,2012-05-17,gentleman,Zbigniew,Rokicki,2012-05-17,male",
                "bad,Zbigniew,Rokicki,2012-05-17",
                "bad,Zbigniew,Rokicki,2012-05-17,male,Zbigniew,Rokicki,2012-05-17,male,and,more",
                "bad,Zbig\"niew,Rokicki,2012-05-17,male,\"Zbigniew,Rokicki,2012-05-17,male",
            })
    void aLineThatCannotBeReadIsNamedByItsNumberAndNeverRepeated(String line) throws IOException {
        Outcome outcome = compare(String.join("\r\n", HEADER, line, GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("line 2: ").doesNotContain("Rokicki", "yesterday", "gentleman");
        assertThat(outcome.out()).contains("good,").doesNotContain("bad,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bad,Zbigniew,Rokicki,2012-02-31,male,Zbigniew,Rokicki,2012-05-17,male;possible",
                "bad,Zbigniew,Rokicki,2012-05-17,male,Zbigniew,Rokicki,yesterday,male;possible",
                "bad,Zbigniew,Rokicki,2012-05-17|yesterday,male,Zbigniew,Rokicki,2012-05-17,male;match",
            })
    void aBirthThatCannotBeReadIsNamedAndCostsNothingButItself(String line, String band) throws IOException {
        Outcome outcome = compare(String.join("\r\n", HEADER, line, GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("line 2: dob").doesNotContain("Rokicki", "yesterday", "31");
        assertThat(outcome.out())
                .containsPattern("(?m)^bad,[0-9.]+," + band + ",")
                .contains("good,");
    }

    @Test
    void aFileOfGoodLinesIsReadWithoutAWord() throws IOException {
        Outcome outcome = compare(("\uFEFF" + HEADER + "\r\n" + GOOD + "\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void whoeverIsNamelessMatchesNobodyInAFileEither() throws IOException {
        String pairs = String.join(
                "\n",
                HEADER,
                "1,,,2012-05-17,male,Zbigniew,Rokicki,2012-05-17,male",
                "2,,,,,,,,",
                "3,Unknown,Unknown,2012-05-17,male,Unknown,Unknown,2012-05-17,male");

        Outcome outcome = compare(pairs.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.out().lines().skip(1)).hasSize(3).allMatch(line -> line.contains(",no-match,"));
    }

    @Provide
    Arbitrary<String> texts() {
        return InventedPeople.texts();
    }

    private static Outcome compare(byte[] content) throws IOException {
        Path pairs = Files.createTempFile("pairs", ".csv");
        try {
            Files.write(pairs, content);
            var out = new StringWriter();
            var err = new StringWriter();
            int exitCode = MatchingTool.commandLine()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute("compare", "--pairs", pairs.toString());
            return new Outcome(exitCode, out.toString(), err.toString());
        } finally {
            Files.delete(pairs);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
