package eu.waymark.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.ParametersText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final String HEADER = "id,given1,family1,dob1,sex1,given2,family2,dob2,sex2";

    @TempDir
    Path folder;

    @Test
    void tellsOneChildInTwoScriptsFromItsTwin() throws IOException {
        // Given
        Path pairs = file(
                HEADER,
                "a,Оксана,Ткаченко,2013-04-17,f,Oksana,Tkachenko,2013-04-17,female",
                "b,Oksana,Tkachenko,2013-04-17,2,Larysa,Tkachenko,2013-04-17,2");

        // When
        var run = Run.of("compare", "--pairs", pairs);

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).isEqualTo("id,probability,band,relation,explanation");
        assertThat(run.lines().get(1)).matches("a,(0\\.999|1\\.0)\\d+,match,same,.+");
        assertThat(run.lines().get(2)).matches("b,0\\.0\\d+,no-match,twin,.+");
    }

    @Test
    void judgesByTheParametersOfAFileAndRefusesThoseThatAreWrong() throws IOException {
        // Given
        Path pairs = file(HEADER, "a,Oksana,Tkachenko,2013-04-17,f,Oksana,Tkachenko,2013-04-17,f");
        String model = ParametersText.write(Parameters.FIRST);
        Path own = Files.writeString(folder.resolve("own.txt"), model);
        Path strict = Files.writeString(
                folder.resolve("strict.txt"),
                model.replaceFirst("thresholds.certain = .*", "thresholds.certain = 0.99999999"));
        Path wrong = Files.writeString(folder.resolve("wrong.txt"), "version = 2");

        // When
        var usual = Run.of("compare", "--pairs", pairs);
        var same = Run.of("compare", "--pairs", pairs, "--parameters", own);
        var stricter = Run.of("compare", "--pairs", pairs, "--parameters", strict);
        var refused = Run.of("compare", "--pairs", pairs, "--parameters", wrong);

        // Then
        assertThat(same.lines()).isEqualTo(usual.lines());
        assertThat(stricter.lines().get(1)).contains(",possible,same,");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("wrong.txt: ");
    }

    @Test
    void readsColumnsInAnyOrderWithByteOrderMarkQuotesAndWindowsLineEnds() throws IOException {
        // Given
        Path pairs = folder.resolve("pairs.csv");
        Files.writeString(
                pairs,
                "\uFEFFnote,sex2,dob2,family2,given2,sex1,dob1,family1,given1,id\r\n"
                        + "\"x, \"\"y\"\"\",m,2012-05-06,\"Almeida, Prado\",Duarte,m,2012-05-06|2012~,Almeida Prado,Duarte,1\r\n");

        // When
        var run = Run.of("compare", "--pairs", pairs, "--explain", "none");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().get(1)).startsWith("1,").endsWith(",match,same,");
    }

    @Test
    void namesBadLinesByNumberWithoutRepeatingThemAndGoesOn() throws IOException {
        // Given
        Path pairs = file(
                HEADER,
                "a,Duarte,Prado,2013-02-31,m,Duarte,Prado,2013-02-01,m",
                "b,Duarte,Prado,2013-02-01,seldom,Duarte,Prado,2013-02-01,m",
                "c,too,short",
                "d,\"Duarte,Prado,2013-02-01,m,Duarte,Prado,2013-02-01,m",
                "",
                "e,Duarte,Prado,2013-02-01,m,Duarte,Prado,2013-02-01,m");

        // When
        var run = Run.of("compare", "--pairs", pairs);

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("line 2: dob1 "),
                        second -> assertThat(second).startsWith("line 3: sex1 "),
                        third -> assertThat(third).isEqualTo("line 4: has 3 values where the header has 9"),
                        fourth -> assertThat(fourth).startsWith("line 5: has quotes "));
        assertThat(run.err()).doesNotContain("31", "seldom", "Duarte");
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1)).startsWith("a,").contains(",possible,");
        assertThat(run.lines().getLast()).startsWith("e,");
    }

    @Test
    void comparesWhatIsMissingWithoutClaimingAMatch() throws IOException {
        // Given
        Path pairs = file(HEADER, "a,,,,,,,,", "b,A,,,,A,,,");

        // When
        var run = Run.of("compare", "--pairs", pairs);

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().subList(1, 3)).allMatch(line -> line.contains(",no-match,"));
    }

    @Test
    void weighsTheSizeOfTheRegister() throws IOException {
        // Given
        Path pairs = file(HEADER, "a,Duarte,Prado,2013,m,Duarte,Prado,2013-02-01,m");

        // When
        var village = Run.of("compare", "--pairs", pairs, "--population", 100);
        var country = Run.of("compare", "--pairs", pairs, "--population", 100_000_000);

        // Then
        assertThat(probability(village)).isGreaterThan(probability(country));
    }

    @Test
    void writesToAFile() throws IOException {
        // Given
        Path pairs = file(HEADER, "a,Duarte,Prado,2013-02-01,m,Duarte,Prado,2013-02-01,m");
        Path output = folder.resolve("verdicts.csv");

        // When
        var run = Run.of("compare", "--pairs", pairs, "--output", output);

        // Then
        assertThat(run.out()).isEmpty();
        assertThat(Files.readAllLines(output)).hasSize(2);
    }

    @Test
    void drawsAWaterfallForEachPair() throws IOException {
        // Given
        Path pairs = file(HEADER, "a/../1,Duarte,Prado,2013-02-01,m,Duarte,Prado,2013-02-01,m");
        Path drawings = folder.resolve("drawings");

        // When
        var run = Run.of("compare", "--pairs", pairs, "--svg", drawings);

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(drawings.resolve("line-2.svg")).content().startsWith("<svg").doesNotContain("Duarte", "Prado");
    }

    @Test
    void refusesWhatItCannotReadOrWrite() throws IOException {
        // Given
        Path noHeader = file("");
        Path otherColumns = Files.writeString(folder.resolve("other.csv"), "id,given1\n1,A\n");
        Path latin1 = Files.write(
                folder.resolve("latin1.csv"), (HEADER + "\n1,Zoë,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1));

        // When
        var runs = List.of(
                Run.of("compare", "--pairs", folder.resolve("none.csv")),
                Run.of("compare", "--pairs", noHeader),
                Run.of("compare", "--pairs", otherColumns),
                Run.of("compare", "--pairs", latin1),
                Run.of("compare"),
                Run.of(),
                Run.of("compare", "--pairs", otherColumns, "--population", 0));

        // Then
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).isNotBlank();
        });
        assertThat(runs.get(2).err()).contains("family1");
        assertThat(runs.get(3).err()).contains("UTF-8");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("pairs.csv"), List.of(lines));
    }

    private static double probability(Run run) {
        return Double.parseDouble(run.lines().get(1).split(",")[1]);
    }
}
