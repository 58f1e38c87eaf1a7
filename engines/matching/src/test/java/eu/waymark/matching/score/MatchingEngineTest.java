package eu.waymark.matching.score;

import static eu.waymark.matching.People.called;
import static eu.waymark.matching.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingEngineTest {

    private static final long POPULATION = 2_500;
    private static final Demographics ANA = person("Ana", "Koval", "2014-03-05", 2, "UA");

    private final MatchingEngine engine = MatchingEngine.standard();

    @Test
    void anotherSpellingAndAnApproximateYearArePossiblyTheSameChild() {
        Score score = score(ANA, person("Anna", "Koval", "2014~", 2));

        assertThat(score.band()).isEqualTo(Band.POSSIBLE);
        assertThat(score.relation()).isEqualTo(Relation.SAME);
        assertThat(score.agreements())
                .isEqualTo(new FieldAgreements(Agreement.AGREE, Agreement.AGREE, Agreement.AGREE));
    }

    @Test
    void anotherScriptAndADefaultBirthdayAreWorthALook() {
        Score score = score(person("Марія", "Коваль", "2014~", 0), person("Mariya", "Kowal", "2013-01-01", 0));

        assertThat(score.band()).isNotEqualTo(Band.NONE);
        assertThat(score.agreements())
                .isEqualTo(new FieldAgreements(Agreement.AGREE, Agreement.PARTLY, Agreement.NOT_COMPARED));
    }

    @ParameterizedTest
    @CsvSource({
        "Анна, Коваль, Anna, Kowal",
        "Hanna, Kowal, Ana, Koval",
        "محمد, الحسن, Mohammed, Al-Hassan",
        "Юлія, Щербак, Julia, Schtscherbak",
        "Γεώργιος, Παπαδόπουλος, Giorgos, Papadopoulos",
        "Katarzyna, Kowalska, Kasia, Kowalski",
    })
    void namesThatAreOneAgreeAcrossScripts(String given, String family, String otherGiven, String otherFamily) {
        Score score = score(person(given, family, "2014-03-05", 0), person(otherGiven, otherFamily, "2014-03-05", 0));

        assertThat(score.agreements().name()).isEqualTo(Agreement.AGREE);
        assertThat(score.band()).isEqualTo(Band.CERTAIN);
    }

    @Test
    void orderDoesNotMatterInFullText() {
        assertThat(score(ANA, called("Koval Anna", "2014-03-05", 2)).band()).isEqualTo(Band.CERTAIN);
        assertThat(score(called("Koval Anna", "2014-03-05", 2), called("Anna Koval", "2014-03-05", 2))
                        .band())
                .isEqualTo(Band.CERTAIN);
    }

    @ParameterizedTest
    @CsvSource({"2009-07-21", "2009-03-05", "2009", "2009~", "2009-01-01", "2017-08-30"})
    void theSameNameInAnotherYearIsAnotherChild(String birth) {
        Score score = score(ANA, person("Ana", "Koval", birth, 2, "UA"));

        assertThat(score.band()).isEqualTo(Band.NONE);
        assertThat(score.agreements().birthDate()).isEqualTo(Agreement.DIFFER);
        assertThat(score.relation()).isIn(Relation.RELATIVE, Relation.NONE);
    }

    @Test
    void evenInATinyRegister() {
        Score score =
                engine.score(engine.prepare(ANA), engine.prepare(person("Ana", "Koval", "2009-03-05", 2, "UA")), 1);

        assertThat(score.band()).isEqualTo(Band.NONE);
    }

    @ParameterizedTest
    @CsvSource({"Ivan, 1, Petro, 1", "Daniel, 1, Daniela, 2", "Maria, 2, Andriy, 1", "Sofia, 2, Zlata, 2"})
    void twinsAreRelativesAndNoMatch(String given, int sex, String twin, int otherSex) {
        Score score = score(
                person(given, "Koval", "2014-03-05", sex, "UA"), person(twin, "Koval", "2014-03-05", otherSex, "UA"));

        assertThat(score.band()).isEqualTo(Band.NONE);
        assertThat(score.relation()).isEqualTo(Relation.TWIN);
    }

    @Test
    void twinsInFullTextAreRelativesToo() {
        Score score = score(called("Ivan Koval", "2014-03-05", 1), called("Petro Koval", "2014-03-05", 1));

        assertThat(score.band()).isEqualTo(Band.NONE);
        assertThat(score.possibleRelative()).isTrue();
    }

    @Test
    void withoutTheGuardTwinsWouldBeAMatch() {
        Score twins =
                score(person("Ivan", "Koval", "2014-03-05", 1, "UA"), person("Petro", "Koval", "2014-03-05", 1, "UA"));

        double unguarded = twins.weight() - twins.contributions().getLast().bits();

        assertThat(unguarded).isGreaterThan(engine.parameters().thresholds().possibleBits());
    }

    @Test
    void aRareSurnameMakesSiblingsAndACommonOneAloneDoesNot() {
        Demographics olha = person("Olha", "Koval", "2009", 2);
        var counting = new MatchingEngine(Parameters.FIRST, term -> .01);

        assertThat(score(ANA, olha).relation()).isEqualTo(Relation.SIBLING);
        assertThat(counting.score(counting.prepare(ANA), counting.prepare(olha), POPULATION)
                        .relation())
                .isEqualTo(Relation.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Petro, 2014-03-05, TWIN",
        "Petro, 2014,       TWIN",
        "Petro, 2014-01-01, TWIN",
        "Petro, 2016-08-19, SIBLING",
        "Petro, 2013,       SIBLING",
        "Ivan,  2009-07-21, RELATIVE",
        "Ivan,  1985-07-21, PARENT_OR_CHILD",
        "Petro, 1985-07-21, PARENT_OR_CHILD",
        "Petro,           , RELATIVE",
        "Ivan,  2014-03-05, SAME",
    })
    void birthsTellWhichKindOfRelativeItIs(String given, @Nullable String birth, Relation relation) {
        Score score = score(person("Ivan", "Koval", "2014-03-05", 1), person(given, "Koval", birth, 1));

        assertThat(score.relation()).isEqualTo(relation);
        assertThat(score.band()).isEqualTo(relation == Relation.SAME ? Band.CERTAIN : Band.NONE);
    }

    @Test
    void strangersAreNothingToEachOther() {
        Score score = score(ANA, person("Piotr", "Nowak", "2016-09-09", 1));

        assertThat(score.relation()).isEqualTo(Relation.NONE);
        assertThat(score.kinship()).isZero();
    }

    @Test
    void nothingIsCertainWithoutAGivenNameAFamilyNameAndABirth() {
        assertThat(score(ANA, person(null, "Koval", "2014-03-05", 2, "UA")).band())
                .isNotEqualTo(Band.CERTAIN);
        assertThat(score(ANA, person("Ana", null, "2014-03-05", 2, "UA")).band())
                .isNotEqualTo(Band.CERTAIN);
        assertThat(engine.score(engine.prepare(ANA), engine.prepare(person("Ana", "Koval", null, 2, "UA")), 1)
                        .band())
                .isEqualTo(Band.POSSIBLE);
        assertThat(score(ANA, person("Ana", "Koval", "2014-03-05", 1, "UA")).band())
                .isEqualTo(Band.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"Gabriel, Benoit, Gabriel, Bonnet", "Deqa, Bondar, Deqo, Bondar"})
    void aLikenessOfNamesIsNeverCertain(String given, String family, String otherGiven, String otherFamily) {
        Score score = engine.score(
                engine.prepare(person(given, family, "2014-03-05", 1, "FR")),
                engine.prepare(person(otherGiven, otherFamily, "2014-03-05", 1, "FR")),
                1);

        assertThat(score.band()).isEqualTo(Band.POSSIBLE);
    }

    @Test
    void namesInEachOthersPlaceStillMeet() {
        Demographics swapped = person("Koval", "Ana", "2014-03-05", 2, "UA");

        assertThat(score(ANA, swapped).agreements().name()).isEqualTo(Agreement.AGREE);
        assertThat(score(ANA, swapped).band()).isEqualTo(Band.CERTAIN);
        assertThat(score(ANA, swapped).weight())
                .isLessThan(score(ANA, ANA).weight())
                .isCloseTo(score(swapped, ANA).weight(), within(1e-9));
    }

    @Test
    void twinsWithNamesInEachOthersPlaceAreRelativesAllTheSame() {
        Score score =
                score(person("Koval", "Ivan", "2014-03-05", 1, "UA"), person("Petro", "Koval", "2014-03-05", 1, "UA"));

        assertThat(score.band()).isEqualTo(Band.NONE);
        assertThat(score.possibleRelative()).isTrue();
    }

    @Test
    void aSharedFirstGivenNameMakesTwinsNoCertainMatch() {
        Score score = score(
                person("Jean-Pierre", "Lemoine", "2014-03-05", 1, "FR"),
                person("Jean-Paul", "Lemoine", "2014-03-05", 1, "FR"));

        assertThat(score.band()).isEqualTo(Band.POSSIBLE);
        assertThat(score.agreements().name()).isEqualTo(Agreement.PARTLY);
    }

    @Test
    void aWordThatOneSideLacksContradictsNothing() {
        assertThat(score(
                                person("Ana Maria", "Koval Bondar", "2014-03-05", 2, "UA"),
                                person("Ana", "Koval", "2014-03-05", 2, "UA"))
                        .band())
                .isEqualTo(Band.CERTAIN);
    }

    @Test
    void theBestOfSeveralNamesAndBirthsCounts() {
        var record = Demographics.parse(
                List.of(PersonName.of("Hanna", "Bondar"), PersonName.of("Анна", "Коваль")),
                List.of("2012-01-01", "2014-03-05"),
                2,
                List.of("UA"));

        assertThat(score(record, ANA).band()).isEqualTo(Band.CERTAIN);
    }

    @Test
    void missingIsNoEvidence() {
        Score score = score(person(null, null, null, 0), person("Ana", "Koval", "2014-03-05", 2));

        assertThat(score.contributions()).extracting(Contribution::field).containsExactly(Field.PRIOR);
        assertThat(score.agreements())
                .isEqualTo(new FieldAgreements(Agreement.NOT_COMPARED, Agreement.NOT_COMPARED, Agreement.NOT_COMPARED));
    }

    @Test
    void thePriorIsOneInThePopulation() {
        Score score = score(person(null, null, null, 0), ANA);

        assertThat(score.probability()).isCloseTo(1.0 / (POPULATION + 1), within(1e-9));
    }

    @Test
    void aRareNameSaysMoreThanACommonOne() {
        var counted = CountedFrequencies.of(IntStream.range(0, 1_000)
                .mapToObj(i -> person("Anna", i < 500 ? "Kowalczyk" : "Fam" + "abcdefghij".charAt(i % 10), "2014", 2)));
        var counting = new MatchingEngine(Parameters.FIRST, counted);

        double common = weight(counting, person("Anna", "Kowalczyk", "2014", 2));
        double rare = weight(counting, person("Anna", "Zawadzka", "2014", 2));

        assertThat(rare).isGreaterThan(common + 7);
    }

    @Test
    void reasonsAddUpExactlyAndOrderOfComparisonDoesNotMatter() {
        List<Prepared> people = SyntheticPeople.generate(7, 120, LocalDate.of(2026, 11, 1))
                .map(SyntheticRecord::demographics)
                .map(engine::prepare)
                .toList();
        for (Prepared left : people) {
            for (Prepared right : people) {
                Score score = engine.score(left, right, POPULATION);
                Score mirrored = engine.score(right, left, POPULATION);

                double sum = 0;
                for (Contribution reason : score.contributions()) {
                    sum += reason.bits();
                }
                assertThat(sum).isEqualTo(score.weight());
                assertThat(mirrored.weight()).isEqualTo(score.weight());
                assertThat(engine.weigh(left, Candidate.alone(1, right), POPULATION)
                                .weight())
                        .isEqualTo(score.weight());
                assertThat(mirrored.band()).isEqualTo(score.band());
                assertThat(mirrored.agreements()).isEqualTo(score.agreements());
                assertThat(mirrored.possibleRelative()).isEqualTo(score.possibleRelative());
            }
        }
    }

    private double weight(MatchingEngine with, Demographics person) {
        Prepared prepared = with.prepare(person);
        return with.score(prepared, prepared, POPULATION).weight();
    }

    private Score score(Demographics left, Demographics right) {
        return engine.score(engine.prepare(left), engine.prepare(right), POPULATION);
    }
}
