package eu.waymark.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingAccuracyTest {

    @TempDir
    Path folder;

    @Test
    void namesTheFileThatIsMissing() {
        // Given
        var err = new StringWriter();

        // When
        int exitCode = MatchingAccuracy.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
                .execute(folder.toString());

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).startsWith("matching-accuracy: ").contains("dataset4a.csv is missing");
    }

    @Test
    void putsBothToolsBesideEachOtherOnTheSameRecords() throws IOException {
        // Given
        var set =
                new OpenSet("own", "name+date", "own.csv", null, "given=given,family=family,dob=born", "who", null, .5);
        Table table = Table.read(write("own.csv"), set);

        // When
        var ours = new Waymark(table);
        Result duke = new Duke(table).link();

        // Then
        assertThat(ours.result().f1()).isGreaterThan(.7);
        assertThat(ours.calibration().count()).isPositive();
        assertThat(duke.f1()).isPositive();
        assertThat(duke.columns()).startsWith("      -");
    }

    @Test
    void countsVerdictsThatAreRightAndDifferentChildrenCalledAMatch() throws IOException {
        // Given
        Path pairs = Files.write(
                folder.resolve("pairs.csv"),
                List.of(
                        "id,given1,family1,dob1,sex1,given2,family2,dob2,sex2,expected",
                        "1,Duarte,Prado,2013-02-01,m,Duarte,Prado,2013-02-01,m,match",
                        "2,Duarte,Prado,2013-02-01,m,Duarte,Prado,2013-02-01,m,no-match",
                        "3,Duarte,Prado,2013-02-01,m,Ilse,Vandamme,1999-12-24,f,no-match"));

        // When
        HardPairs judged = HardPairs.judge(pairs);

        // Then
        assertThat(judged).isEqualTo(new HardPairs(3, 2, 1));
    }

    @Test
    void asksTheEngineInEveryScript() {
        // When
        var run = new SyntheticRun(1_000);

        // Then
        assertThat(run.inQuestion().count()).isBetween(50L, run.calibration().count());
        assertThat(run.calibration().count()).isGreaterThan(50);
    }

    @Test
    void recallIsToldByScriptOverAsManyChildrenOfEach() {
        // When
        var recall = new ScriptRecall(5, 10);

        // Then
        assertThat(recall.alike()).hasSize(10).allSatisfy((script, counts) -> assertThat(counts.asked())
                .isEqualTo(10));
        assertThat(recall.all())
                .allSatisfy((script, counts) -> assertThat(counts.asked()).isGreaterThanOrEqualTo(10));
        assertThat(ScriptRecall.gap(recall.all())).isBetween(0.0, 1.0);
    }

    private Path write(String name) throws IOException {
        var lines = new ArrayList<>(List.of("given, family, born, who"));
        for (SyntheticRecord one :
                SyntheticPeople.generate(5, 800, LocalDate.of(2026, 1, 1)).toList()) {
            PersonName person = one.demographics().names().getFirst();
            var births = one.demographics().births();
            lines.add("%s, %s, %s, %s"
                    .formatted(
                            person.given() == null ? "" : person.given(),
                            person.family() == null ? "" : person.family(),
                            births.isEmpty() ? "" : births.getFirst().edtf(),
                            one.personId()));
        }
        Files.write(folder.resolve(name), lines);
        return folder;
    }
}
