package eu.waymark.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivateQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodeCommandTest {

    private static final byte[] SECRET = "an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void printsTheBodyOfAQueryAndNoName() throws IOException {
        // Given
        var child = file("child.csv", "given,family,dob,sex,nationality\nОксана,Ткаченко,2013-04-17,f,UA\nOxana,,,,\n");

        // When
        var run = Run.of("encode", "--epoch", "2026-Q4", "--key-file", key(), "--child", child);

        // Then
        var asked = new Demographics(
                List.of(PersonName.of("Оксана", "Ткаченко"), PersonName.of("Oxana", null)),
                List.of(BirthDate.parse("2013-04-17")),
                Sex.FEMALE,
                Set.of("UA"));
        var encoded = (Encoded) new ClkEncoder(ClkKey.of(SECRET, "2026-Q4")).question(asked);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).containsExactly(PrivateQuestion.json("2026-Q4", encoded));
        assertThat(run.out()).startsWith("{\"epoch\":\"2026-Q4\",\"encodings\":[{\"reading\":\"DAY\",\"shelf\":\"");
        assertThat(run.out()).doesNotContain("Оксана").doesNotContain("2013");
    }

    @Test
    void sortsOutWhoCannotBeAskedAboutAndRepeatsNothing() throws IOException {
        // Given
        var vague = file("vague.csv", "given,family,dob\nOksana,Tkachenko,\n");
        var nameless = file("nameless.csv", "given,dob\nUnknown,2013-04-17\n");
        var impossible = file("impossible.csv", "given,family,dob\nOksana,Tkachenko,2013-02-31\n");
        var disputed = file("disputed.csv", "given,family,dob,sex\nSasha,Bondar,2013,m\nSasha,Bondar,2013,f\n");

        // Then
        refused(vague, "a birth is needed");
        refused(nameless, "a name of two words is needed");
        refused(impossible, "line 2: ");
        refused(disputed, "line 3: sex is another");
    }

    private void refused(Path child, String reason) throws IOException {
        var run = Run.of("encode", "--epoch", "2026-Q4", "--key-file", key(), "--child", child);
        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_LINES_BAD);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(reason).doesNotContain("Tkachenko").doesNotContain("02-31");
    }

    @Test
    void saysWhatIsWrongWithKeyEpochAndFileWithoutRepeatingTheKey() throws IOException {
        // Given
        var child = file("child.csv", "given,family,dob\nOksana,Tkachenko,2013-04-17\n");
        var weak = file("weak.key", "c2hvcnQga2V5\n");

        // When
        var noKey = Run.of("encode", "--epoch", "2026-Q4", "--child", child);
        var weakKey = Run.of("encode", "--epoch", "2026-Q4", "--key-file", weak, "--child", child);
        var badEpoch = Run.of("encode", "--epoch", "\"", "--key-file", key(), "--child", child);
        var noColumn =
                Run.of("encode", "--epoch", "2026-Q4", "--key-file", key(), "--child", file("none.csv", "dob\n2013\n"));

        // Then
        assertThat(List.of(noKey.exitCode(), weakKey.exitCode(), badEpoch.exitCode(), noColumn.exitCode()))
                .containsOnly(ExitCode.NOT_DONE);
        assertThat(noKey.err()).contains("--key-file").contains(EncodeCommand.VARIABLE);
        assertThat(weakKey.err()).contains("32 bytes").doesNotContain("c2hvcnQ");
        assertThat(badEpoch.err()).contains("An epoch is named by");
        assertThat(noColumn.err()).contains("no column with a name");
    }

    @Test
    void helpShowsHowToAsk() {
        assertThat(Run.of("encode", "--help").out())
                .contains("matching.jar encode --epoch 2026-Q4 --key-file epoch.key < child.csv")
                .contains("Exit codes:");
    }

    private Path key() throws IOException {
        return file("epoch.key", Base64.getEncoder().encodeToString(SECRET) + "\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
