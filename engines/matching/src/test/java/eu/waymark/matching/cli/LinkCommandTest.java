package eu.waymark.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCommandTest {

    private static final String COLUMNS = "given=given,family=family,dob=born,sex=sex";

    @TempDir
    static Path folder;

    private static List<SyntheticRecord> people = List.of();

    @BeforeAll
    static void inventPeople() throws IOException {
        people = SyntheticPeople.generate(11, 900, LocalDate.of(2025, 6, 1)).toList();
        write("people.csv", people);
        write("home.csv", people.stream().filter(one -> !one.repeated()).toList());
        write("abroad.csv", people.stream().filter(SyntheticRecord::repeated).toList());
        List<SyntheticRecord> few = people.subList(0, 250);
        write("few.csv", few);
        write("few-home.csv", few.stream().filter(one -> !one.repeated()).toList());
        write("few-abroad.csv", few.stream().filter(SyntheticRecord::repeated).toList());
    }

    @Test
    void findsChildrenRegisteredTwiceWithinOneFile() {
        // When
        var run = Run.of(
                "link", "--left", folder.resolve("people.csv"), "--columns", COLUMNS, "--truth", "person", "--quiet");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(figure(run.out(), "F1")).isGreaterThan(.7);
        assertThat(figure(run.out(), "precision")).isGreaterThan(.7);
        assertThat(figure(run.out(), "block recall")).isGreaterThan(.85);
    }

    @Test
    void linksTwoFilesAndPrintsEachPairWithItsProbability() {
        // When
        var run = Run.of(
                "link",
                "--left",
                folder.resolve("home.csv"),
                "--right",
                folder.resolve("abroad.csv"),
                "--columns",
                COLUMNS,
                "--truth",
                "person");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().getFirst()).isEqualTo("left_id,right_id,probability,band");
        assertThat(run.lines().stream().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.matches("[0-9a-f-]{36},[0-9a-f-]{36},[01]\\.\\d{6},(match|possible)"));
        assertThat(figure(run.err(), "F1")).isGreaterThan(.7);
        assertThat(run.err()).contains("candidate pairs");
    }

    @Test
    void neverCallsTwinsAMatchByNameAndBirthAlone() {
        // Given
        Map<String, SyntheticRecord> byId =
                people.stream().collect(Collectors.toMap(SyntheticRecord::recordId, record -> record));

        // When
        var run = Run.of(
                "link",
                "--left",
                folder.resolve("people.csv"),
                "--columns",
                "given=given,family=family,dob=born",
                "--min",
                ".0001");

        // Then
        List<String[]> twins = run.lines().stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(pair -> byId.get(pair[0]).to(byId.get(pair[1])) == SyntheticRecord.Relation.TWIN)
                .toList();
        assertThat(twins).hasSizeGreaterThan(5).noneMatch(pair -> pair[3].equals("match"));
    }

    @Test
    void takesTwinsForTwinsHoweverSureOfThePair() throws IOException {
        // Given
        var lines = new ArrayList<>(List.of("id,given,family,born"));
        List<SyntheticRecord> first = people.stream()
                .filter(one -> !one.repeated() && !one.demographics().births().isEmpty())
                .toList();
        for (int i = 0; i < 300; i++) {
            PersonName name = first.get(i).demographics().names().getFirst();
            String birth = first.get(i).demographics().births().getFirst().edtf();
            lines.add("a%d,%s,%s,%s".formatted(i, name.given(), name.family(), birth));
            lines.add("b%d,%s,%s,%s".formatted(i, i < 250 ? name.given() : "Robrecht", name.family(), birth));
        }
        Path file = Files.write(folder.resolve("sure.csv"), lines);

        // When
        var run = Run.of("link", "--left", file, "--columns", "given=given,family=family,dob=born", "--min", ".0001");

        // Then
        assertThat(run.lines()).anyMatch(line -> line.matches("a1,b1,.*,match"));
        assertThat(run.lines()).anyMatch(line -> line.matches("a25\\d,b25\\d,.*,possible"));
    }

    @Test
    void keepsALineWhoseDateIsNoneAndNamesIt() throws IOException {
        // Given
        Path file = Files.write(
                folder.resolve("dates.csv"),
                List.of(
                        "id,given,family,born",
                        "1,Duarte,Prado,2013-02-01",
                        "2,Duarte,Prado,spring",
                        "3,Ilse,Vandamme,2011-05-12"));

        // When
        var run = Run.of("link", "--left", file, "--columns", "given=given,family=family,dob=born", "--min", "0");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("line 3: dob is no date").doesNotContain("spring");
        assertThat(run.lines()).anyMatch(line -> line.startsWith("1,2,"));
    }

    @Test
    void printsMoreWhereLessIsAsked() {
        // Given
        Path home = folder.resolve("few-home.csv");
        Path abroad = folder.resolve("few-abroad.csv");

        // When
        var sure = Run.of("link", "--left", home, "--right", abroad, "--columns", COLUMNS, "--min", ".99");
        var all = Run.of("link", "--left", home, "--right", abroad, "--columns", COLUMNS, "--min", ".01");

        // Then
        assertThat(all.lines()).hasSizeGreaterThan(sure.lines().size()).containsAll(sure.lines());
        assertThat(all.out()).contains(",possible");
    }

    @Test
    void learnsNothingFromTheTruth() throws IOException {
        // Given
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("few.csv")));
        lines.replaceAll(line -> line.replaceAll(",[^,]*$", ",person").replaceFirst("^,", "x,"));
        Path other = Files.write(folder.resolve("other-truth.csv"), lines);

        // When
        var honest = Run.of("link", "--left", folder.resolve("few.csv"), "--columns", COLUMNS, "--truth", "person");
        var blind = Run.of("link", "--left", other, "--columns", COLUMNS);

        // Then
        assertThat(blind.out()).isEqualTo(honest.out());
    }

    @Test
    void cutsTheTruthOutOfALongerText() throws IOException {
        // Given
        Path file = Files.write(
                folder.resolve("cut.csv"),
                List.of(
                        "rec_id, given, family, born",
                        "rec-1-org, Duarte, Prado, 20130201",
                        "rec-1-dup-0, Duarte, Prado, 20130201",
                        "rec-2-org, Ilse, Vandamme, 20110512"));

        // When
        var run = Run.of(
                "link",
                "--left",
                file,
                "--columns",
                "given=given,family=family,dob=born",
                "--truth",
                "rec_id",
                "--truth-pattern",
                "rec-(\\d+)",
                "--quiet");

        // Then
        assertThat(run.out()).contains("1 true pairs");
        assertThat(figure(run.out(), "block recall")).isEqualTo(1);
    }

    @Test
    void savesWhatItLearntAndReadsDatesAsTold() throws IOException {
        // Given
        Path saved = folder.resolve("learnt.csv");
        Path people = folder.resolve("few.csv");

        // When
        var told = Run.of(
                "link", "--left", people, "--columns", COLUMNS, "--date-format", "edtf", "--save-parameters", saved);
        var wrong = Run.of("link", "--left", people, "--columns", COLUMNS, "--date-format", "compact");
        var unknown = Run.of("link", "--left", people, "--columns", COLUMNS, "--date-format", "roman");

        // Then
        assertThat(told.err()).contains("reading dob as edtf");
        assertThat(Files.readAllLines(saved))
                .startsWith("field,level,m,u")
                .anyMatch(line -> line.matches("given,EXACT,0\\.\\d+,0\\.0\\d+"))
                .anyMatch(line -> line.startsWith("share of all pairs,PERSON,"));
        assertThat(wrong.err()).contains("count as missing");
        assertThat(unknown.exitCode()).isEqualTo(2);
    }

    @Test
    void givesEachRecordOnePartnerOnlyWhenAsked() throws IOException {
        // Given
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("few-abroad.csv")));
        lines.addAll(lines.stream().skip(1).map(line -> "0" + line).toList());
        Path twice = Files.write(folder.resolve("twice.csv"), lines);
        Path home = folder.resolve("few-home.csv");

        // When
        var free = Run.of("link", "--left", home, "--right", twice, "--columns", COLUMNS);
        var held = Run.of("link", "--left", home, "--right", twice, "--columns", COLUMNS, "--one-to-one");

        // Then
        assertThat(held.lines()).hasSizeLessThan(free.lines().size());
        assertThat(held.lines().stream().map(line -> line.split(",")[0])).doesNotHaveDuplicates();
    }

    @Test
    void namesBadLinesAndColumnsThatAreMissing() throws IOException {
        // Given
        Path file = Files.write(
                folder.resolve("bad.csv"), List.of("id,given,family", "1,Duarte,Prado", "2,Ilse", "3,\"Ilse,Vandamme"));

        // When
        var bad = Run.of("link", "--left", file, "--columns", "given=given,family=family");
        var missing = Run.of("link", "--left", file, "--columns", "given=first_name");
        var unclear = Run.of("link", "--left", file, "--columns", "given");
        var pattern = Run.of("link", "--left", file, "--columns", "given=given", "--truth-pattern", "(");

        // Then
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.err())
                .contains("line 3: has 2 values", "line 4: has quotes")
                .doesNotContain("Ilse");
        assertThat(List.of(missing, unclear, pattern)).allMatch(run -> run.exitCode() == 2);
        assertThat(missing.err()).contains("first_name", "given, family");
    }

    @Test
    void helpShowsExamplesThatCanBeTyped() {
        // When
        var runs = List.of(
                Run.of("--help"), Run.of("compare", "--help"), Run.of("link", "--help"), Run.of("train", "--help"));

        // Then
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("java -jar matching.jar ").contains("Exit codes:");
        });
    }

    private static void write(String name, List<SyntheticRecord> records) throws IOException {
        var lines = new ArrayList<>(List.of("id,given,family,born,sex,person"));
        for (SyntheticRecord one : records) {
            PersonName person = one.demographics().names().getFirst();
            var births = one.demographics().births();
            lines.add("%s,%s,%s,%s,%s,%s"
                    .formatted(
                            one.recordId(),
                            Objects.requireNonNullElse(person.given(), ""),
                            Objects.requireNonNullElse(person.family(), ""),
                            births.isEmpty() ? "" : births.getFirst().edtf(),
                            one.demographics().sex().code(),
                            one.personId()));
        }
        Files.write(folder.resolve(name), lines);
    }

    private static double figure(String text, String name) {
        var figure = Pattern.compile(name + " (\\d\\.\\d+)").matcher(text);
        assertThat(figure.find()).isTrue();
        return Double.parseDouble(figure.group(1));
    }
}
