package eu.waymark.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.score.BirthLevel;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.ParametersText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    private static final List<String> SYLLABLES = List.of(
            "bro", "dek", "fil", "gan", "hum", "jor", "kes", "lam", "mit", "nop", "par", "rus", "sev", "tol", "vig",
            "zan");

    @TempDir
    private static Path folder;

    @Test
    void writesAModelThatCompareReads() throws IOException {
        // Given
        Path people = people(true);
        Path model = folder.resolve("model.txt");
        Path pairs = Files.write(
                folder.resolve("pairs.csv"),
                List.of(
                        "id,given1,family1,dob1,sex1,given2,family2,dob2,sex2",
                        "a,Duarte,Prado,2013-02-01,m,Duarte,Prado,2013-02-01,m"));

        // When
        var run = Run.of("train", "--people", people, "--output", model);
        var compared = Run.of("compare", "--pairs", pairs, "--parameters", model);

        // Then
        Parameters learnt = ParametersText.read(Files.readString(model));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("learnt model " + learnt.version() + " from model " + Parameters.FIRST.version())
                .containsPattern("birth +SLIP +[+-]");
        assertThat(compared.lines().get(1)).startsWith("a,").contains(",match,same,");
    }

    @Test
    void learnsFromTheFileHowOftenDaysAreOneDigitOff() throws IOException {
        // When
        var careful = Run.of("train", "--people", people(false));
        var careless = Run.of("train", "--people", people(true));

        // Then
        assertThat(slips(careless)).isGreaterThan(2 * slips(careful));
    }

    @Test
    void takesReviewersAtTheirWord() throws IOException {
        // Given
        Path people = people(true);
        var verdicts = new ArrayList<>(List.of("left_id,right_id,verdict"));
        for (int i = 0; i < 80; i++) {
            verdicts.add("a%d,b%d,different".formatted(i, i));
        }
        Path file = Files.write(folder.resolve("verdicts.csv"), verdicts);

        // When
        var alone = Run.of("train", "--people", people);
        var told = Run.of("train", "--people", people, "--verdicts", file);

        // Then
        assertThat(told.exitCode()).isZero();
        assertThat(slips(told)).isLessThan(slips(alone));
    }

    @Test
    void namesWhatItCannotReadByLine() throws IOException {
        // Given
        Path people = Files.write(
                folder.resolve("bad.csv"),
                List.of("id,given,family,dob", "1,Duarte,Prado,2013-02-31", "2,Ilse", "3,Ilse,Vandamme,2011-05-12"));
        Path verdicts = Files.write(
                folder.resolve("wrong.csv"),
                List.of("left_id,right_id,verdict", "1,9,same", "1,3,perhaps", "1,3,different"));

        // When
        var run = Run.of("train", "--people", people, "--verdicts", verdicts);
        var missing = Run.of("train", "--people", verdicts);

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "bad.csv, line 2: dob", "bad.csv, line 3: has 2", "wrong.csv, line 2: ", "wrong.csv, line 3: ")
                .doesNotContain("Duarte", "perhaps");
        assertThat(missing.exitCode()).isEqualTo(2);
    }

    private static double slips(Run run) {
        return ParametersText.read(run.out()).birth().get(BirthLevel.SLIP).m();
    }

    /** 200 children on record twice; of some of them one birth is a digit off. */
    private static Path people(boolean slips) throws IOException {
        var lines = new ArrayList<>(List.of("id,given,family,dob,sex"));
        var random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            String name = word(random, 2) + ',' + word(random, 3);
            String month = "20%02d-%02d".formatted(random.nextInt(8, 25), random.nextInt(1, 13));
            int day = random.nextInt(10, 20);
            lines.add("a%d,%s,%s-%d,m".formatted(i, name, month, day));
            lines.add("b%d,%s,%s-%d,m".formatted(i, name, month, slips && i < 80 && day < 18 ? day + 10 : day));
        }
        return Files.write(folder.resolve("people-" + slips + ".csv"), lines);
    }

    private static String word(SplittableRandom random, int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }
}
