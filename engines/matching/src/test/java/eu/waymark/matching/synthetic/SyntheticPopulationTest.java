package eu.waymark.matching.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.synthetic.SyntheticRecord.Relation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticPopulationTest {

    private static final LocalDate REFERENCE = LocalDate.of(2026, 11, 1);
    private static final SyntheticPopulation POPULATION = new SyntheticPopulation(7, REFERENCE);

    @Test
    void anyPersonCanBeMadeAloneAndByManyThreads() {
        // Given
        List<SyntheticRecord> inOrder =
                LongStream.range(0, 3_000).mapToObj(POPULATION::person).toList();

        // When
        List<SyntheticRecord> atOnce = LongStream.range(0, 3_000)
                .parallel()
                .mapToObj(new SyntheticPopulation(7, REFERENCE)::person)
                .toList();

        // Then
        assertThat(atOnce).isEqualTo(inOrder);
        assertThat(POPULATION.person(2_999)).isEqualTo(inOrder.getLast());
        assertThat(POPULATION.person(9_999_999)).isNotEqualTo(POPULATION.person(9_999_998));
    }

    @Test
    void neighbouringSeedsHaveNobodyInCommon() {
        var other = new SyntheticPopulation(8, REFERENCE);

        assertThat(ids(POPULATION)).doesNotContainAnyElementsOf(ids(other)).doesNotHaveDuplicates();
    }

    @Test
    void laterRegistrationsAreOfTheSameChildAndDifferAmongThemselves() {
        for (long index = 0; index < 500; index++) {
            SyntheticRecord first = POPULATION.person(index);
            SyntheticRecord second = POPULATION.corrupted(index, 1);
            SyntheticRecord third = POPULATION.corrupted(index, 2);

            assertThat(second).isEqualTo(POPULATION.corrupted(index, 1));
            assertThat(first.to(second)).isEqualTo(Relation.SAME);
            assertThat(second.to(third)).isEqualTo(Relation.SAME);
            assertThat(second.agencyCountry()).isNotEqualTo(first.agencyCountry());
            assertThat(List.of(first.recordId(), second.recordId(), third.recordId()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theTruthKnowsTwinsSiblingsAndStrangers() {
        // Given
        Map<Relation, Integer> relations = new HashMap<>();

        // When
        for (long index = 0; index < 20_000; index++) {
            relations.merge(POPULATION.person(index).to(POPULATION.person(index + 1)), 1, Integer::sum);
        }

        // Then
        assertThat(relations).doesNotContainKey(Relation.SAME);
        assertThat(relations.get(Relation.TWIN) / 20_000.).isCloseTo(.015, within(.004));
        assertThat(relations.get(Relation.SIBLING) / 20_000.).isCloseTo(.215, within(.02));
    }

    @Test
    void twinsBearDifferentNamesOfWhichSomeAreAlike() {
        int twins = 0;
        int alike = 0;
        for (long index = 0; index < 40_000; index++) {
            SyntheticRecord one = POPULATION.person(index);
            if (!one.twin() || one.to(POPULATION.person(index + 1)) != Relation.TWIN) {
                continue;
            }
            twins++;
            String given = given(one);
            String other = given(POPULATION.person(index + 1));
            assertThat(given).isNotEqualTo(other);
            alike += given.charAt(0) == other.charAt(0) || Alike.alike(given, other) ? 1 : 0;
        }
        assertThat(alike / (double) twins).isBetween(.25, .6);
    }

    @ParameterizedTest
    @EnumSource
    void everyOriginHasNamesEnough(Origin origin) {
        NamePool names = NamePool.of(origin);
        var random = new SplittableRandom(1);
        Set<String> given = Stream.generate(
                        () -> names.given(Sex.FEMALE, random).own())
                .limit(2_000)
                .collect(Collectors.toSet());

        assertThat(given).hasSizeGreaterThan(20);
        if (origin.naming() != Naming.CHAIN) {
            assertThat(Stream.generate(() -> names.surname(random).male().own())
                            .limit(5_000)
                            .collect(Collectors.toSet()))
                    .hasSizeGreaterThan(30);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyNameHasLatinSpellings(Origin origin) {
        NameTable table = NameTable.of(origin);

        assertThat(Stream.of("m", "f", "s", "stem", "mstem").flatMap(kind -> table.get(kind).stream()))
                .allSatisfy(word -> assertThat(word.latin()).isNotEmpty().allMatch(spelling -> spelling.chars()
                        .filter(Character::isLetter)
                        .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)));
    }

    @Test
    void namesAreWrittenInTenScripts() {
        Set<String> scripts = LongStream.range(0, 3_000)
                .mapToObj(POPULATION::person)
                .flatMap(record -> record.demographics().names().stream())
                .map(PersonName::script)
                .collect(Collectors.toSet());

        assertThat(scripts)
                .containsExactlyInAnyOrder(
                        "Latn", "Cyrl", "Grek", "Arab", "Hebr", "Geor", "Armn", "Deva", "Hang", "Hani");
    }

    @Test
    void aFewNamesAreFrequentAndMostAreRare() {
        // Given
        Map<String, Long> bearers = LongStream.range(0, 30_000)
                .mapToObj(POPULATION::person)
                .filter(record -> record.origin().equals("PL"))
                .collect(Collectors.groupingBy(SyntheticPopulationTest::family, Collectors.counting()));
        double all = bearers.values().stream().mapToLong(Long::longValue).sum();

        // Then
        assertThat(Collections.max(bearers.values()) / all).isBetween(.01, .06);
        assertThat(bearers.values().stream().filter(count -> count <= 3).count() / (double) bearers.size())
                .isGreaterThan(.4);
    }

    @Test
    void patronymicsFollowTheFathersName() {
        assertThat(patronymic("Андрей", Sex.FEMALE, Origin.RU)).isEqualTo("Андреевна");
        assertThat(patronymic("Дмитрий", Sex.MALE, Origin.RU)).isEqualTo("Дмитриевич");
        assertThat(patronymic("Богдан", Sex.FEMALE, Origin.UA)).isEqualTo("Богданівна");
        assertThat(patronymic("Сергій", Sex.MALE, Origin.UA)).isEqualTo("Сергійович");
        assertThat(patronymic("Георги", Sex.FEMALE, Origin.BG)).isEqualTo("Георгиева");
        assertThat(Patronymics.of(word("Илья", Origin.RU), Sex.MALE, Origin.RU)).isNull();
    }

    @Test
    void surnamesFollowTheSexOfTheChild() {
        assertThat(daughter("Щербаков", Origin.RU)).isEqualTo("Щербакова");
        assertThat(daughter("Левицький", Origin.UA)).isEqualTo("Левицька");
        assertThat(daughter("Kowalski", Origin.PL)).isEqualTo("Kowalska");
        assertThat(daughter("Novotný", Origin.CZ)).isEqualTo("Novotná");
        assertThat(daughter("Novák", Origin.CZ)).isEqualTo("Nováková");
        assertThat(daughter("Hájek", Origin.CZ)).isEqualTo("Hájková");
        assertThat(daughter("Kazlauskas", Origin.LT)).isEqualTo("Kazlauskaitė");
        assertThat(daughter("Παπαδόπουλος", Origin.GR)).isEqualTo("Παπαδοπούλου");
        assertThat(daughter("García", Origin.ES)).isEqualTo("García");
    }

    static Child child(Origin origin) {
        Word name = word("Anna", Origin.PL);
        var household = new Household("family", origin, name, name, null, null, false);
        return new Child(
                "person", household, Sex.FEMALE, name, null, null, name, null, LocalDate.of(2014, 3, 5), false, false);
    }

    private static String daughter(String father, Origin origin) {
        return Surname.ofMan(word(father, origin), origin).female().own();
    }

    private static String patronymic(String father, Sex child, Origin origin) {
        Word patronymic = Patronymics.of(word(father, origin), child, origin);
        return patronymic == null ? "" : patronymic.own();
    }

    private static Word word(String own, Origin origin) {
        return new Word(own, Spellings.of(own, origin), List.of());
    }

    private static List<String> ids(SyntheticPopulation people) {
        return LongStream.range(0, 1_000)
                .mapToObj(index -> people.person(index).personId())
                .toList();
    }

    private static String given(SyntheticRecord record) {
        String given = record.demographics().names().getFirst().given();
        return given == null ? "" : given.split(" ")[0];
    }

    private static String family(SyntheticRecord record) {
        return String.valueOf(record.demographics().names().getFirst().family());
    }
}
