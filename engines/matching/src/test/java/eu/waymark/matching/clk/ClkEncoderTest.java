package eu.waymark.matching.clk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.EncodingResult.Missing;
import eu.waymark.matching.clk.EncodingResult.TooLittle;
import eu.waymark.matching.synthetic.SyntheticPopulation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClkEncoderTest {

    private static final byte[] SECRET = "an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII);
    private static final ClkKey KEY = ClkKey.of(SECRET, "2026-Q4");

    private static final Thresholds THRESHOLDS = Thresholds.forPeople(1_000);

    private final ClkEncoder encoder = new ClkEncoder(KEY);

    @Test
    void scriptsMeet() {
        assertThat(similarity(person("Юлия", "Щербакова", "2014-03-05"), person("Yulia", "Shcherbakova", "2014-03-05")))
                .isGreaterThanOrEqualTo(THRESHOLDS.day());
        assertThat(similarity(
                        person("Юлия", "Щербакова", "2014-03-05"), person("Julia", "Schtscherbakowa", "2014-03-05")))
                .isGreaterThanOrEqualTo(THRESHOLDS.day());
        assertThat(similarity(person("محمد", "الخالدي", "2012-09-17"), person("Mohammed", "Alkhaldi", "2012-09-17")))
                .isGreaterThanOrEqualTo(THRESHOLDS.day());
    }

    @Test
    void whatIsGivenAndWhatIsFamilyNameDoesNotMatter() {
        assertThat(similarity(person("Anna", "Kowalska", "2014-03-05"), person("Kowalska", "Anna", "2014-03-05")))
                .isEqualTo(1);
    }

    @Test
    void aStrangerStaysBelow() {
        assertThat(similarity(person("Anna", "Kowalska", "2014-03-05"), person("Piotr", "Nowak", "2014-03-05")))
                .isLessThan(THRESHOLDS.day());
        assertThat(similarity(person("Anna", "Kowalska", "2014-03-05"), person("Anna", "Kowalska", "2009-11-26")))
                .isLessThan(THRESHOLDS.day());
        assertThat(similarity(person("Anna", "Kowalska", "2014-03-05"), person("Anna", "Kowalska", "2014-11-26")))
                .isLessThan(THRESHOLDS.day());
    }

    /** With few people on record the threshold is low, and twins are what it costs. */
    @Test
    void aTwinWithAnotherNameStaysBelowWhereManyAreOnRecord() {
        assertThat(similarity(person("Anna", "Kowalska", "2014-03-05"), person("Piotr", "Kowalska", "2014-03-05")))
                .isLessThan(Thresholds.forPeople(1_000_000).day());
    }

    @Test
    void theMoreAreOnRecordTheMoreMustAgree() {
        List<Double> thresholds = List.of(1, 10_000, 100_000, 1_000_000, 10_000_000).stream()
                .map(people -> Thresholds.forPeople(people).day())
                .toList();

        assertThat(thresholds).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void uncertainDatesMeetByTheYear() {
        // Given
        Encoded vague = encoded(person("Марія", "Коваль", "2013~"));
        Encoded exact = encoded(person("Марія", "Коваль", "2013-08-09"));

        // Then
        assertThat(best(question(person("Mariya", "Kowal", "2013-01-01")), vague, Reading.VAGUE_YEAR))
                .isGreaterThanOrEqualTo(THRESHOLDS.year());
        assertThat(best(question(person("Mariya", "Kowal", "2013-05-06")), vague, Reading.VAGUE_YEAR))
                .isGreaterThanOrEqualTo(THRESHOLDS.year());
        assertThat(best(question(person("Mariya", "Kowal", "2013")), exact, Reading.YEAR))
                .isGreaterThanOrEqualTo(THRESHOLDS.year());
    }

    @Test
    void twoDaysThatDifferDoNotMeetByTheYear() {
        Encoded stored = encoded(person("Anna", "Kowalska", "2013-08-09"));
        Encoded asked = question(person("Anna", "Kowalska", "2013-05-21"));

        assertThat(best(asked, stored, Reading.YEAR)).isZero();
        assertThat(best(asked, stored, Reading.VAGUE_YEAR)).isZero();
        assertThat(best(asked, stored, Reading.DAY)).isLessThan(THRESHOLDS.day());
    }

    @Test
    void aQuestionAsksForTheYearsBesideAnUncertainOne() {
        Encoded stored = encoded(person("Марія", "Коваль", "2013"));

        assertThat(best(question(person("Mariya", "Kowal", "2014~")), stored, Reading.VAGUE_YEAR))
                .isGreaterThanOrEqualTo(THRESHOLDS.year());
        assertThat(best(encoded(person("Mariya", "Kowal", "2014~")), stored, Reading.VAGUE_YEAR))
                .isLessThan(THRESHOLDS.year());
    }

    @Test
    void aQuestionAsksForTheSwappedDay() {
        Encoded stored = encoded(person("Anna", "Kowalska", "2014-05-03"));

        assertThat(best(question(person("Anna", "Kowalska", "2014-03-05")), stored, Reading.DAY))
                .isEqualTo(1);
    }

    @Test
    void everyNameAndEveryBirthHasItsEncoding() {
        // Given
        var person = new Demographics(
                List.of(PersonName.of("Юлия", "Щербакова"), PersonName.of("Anna", "Kowalska")),
                List.of(BirthDate.parse("2014-03-05"), BirthDate.parse("2012/2013")),
                Sex.FEMALE,
                Set.of());

        // When
        Encoded encoded = encoded(person);

        // Then
        assertThat(encoded.encodings().stream().map(Encoding::reading).filter(Reading.DAY::equals))
                .hasSize(2);
        assertThat(encoded.encodings().stream().map(Encoding::reading).filter(Reading.YEAR::equals))
                .hasSize(2);
        assertThat(encoded.encodings().stream().map(Encoding::reading).filter(Reading.VAGUE_YEAR::equals))
                .hasSize(4);
        assertThat(best(encoded(person("Anna", "Kowalska", "2014-03-05")), encoded, Reading.DAY))
                .isGreaterThan(THRESHOLDS.day());
    }

    @Test
    void tooLittleGivesNoEncodingAndSaysWhatIsMissing() {
        assertThat(encoder.encode(person("Anna", "Kowalska", ""))).isEqualTo(new TooLittle(Missing.BIRTH));
        assertThat(encoder.encode(person("Anna", "Kowalska", "../2015"))).isEqualTo(new TooLittle(Missing.BIRTH));
        assertThat(encoder.encode(person("Anna", "Kowalska", "199X"))).isEqualTo(new TooLittle(Missing.BIRTH));
        assertThat(encoder.encode(person("", "", "2014-03-05"))).isEqualTo(new TooLittle(Missing.NAME));
        assertThat(encoder.encode(person("Unknown", "N.N.", "2014-03-05"))).isEqualTo(new TooLittle(Missing.NAME));
        assertThat(encoder.encode(person("A", "K", "2014-03-05"))).isEqualTo(new TooLittle(Missing.NAME));
        assertThat(encoder.encode(person("Anna", "", "2014"))).isEqualTo(new TooLittle(Missing.NAME));
        assertThat(encoder.encode(person("Anna", "", "2014-03-05"))).isInstanceOf(Encoded.class);
    }

    @Test
    void inputIsBounded() {
        // Given
        String tenThousandLetters = "Abcdefghij".repeat(1_000);
        List<PersonName> names =
                Collections.nCopies(500, PersonName.of("Anna " + tenThousandLetters, tenThousandLetters));
        List<BirthDate> births = LongStream.range(0, 500)
                .mapToObj(i ->
                        BirthDate.parse(LocalDate.of(2010, 1, 1).plusDays(i).toString()))
                .toList();

        // When
        Encoded encoded = question(new Demographics(names, births, Sex.FEMALE, Set.of()));

        // Then
        assertThat(encoded.encodings()).hasSizeLessThanOrEqualTo(ClkEncoder.MAX_ENCODINGS);
        assertThat(encoded.encodings()).allMatch(encoding -> encoding.clk().cardinality() <= Clk.BITS / 2);
        assertThat(encoded.blocks()).hasSizeLessThan(100);
    }

    @Test
    void atMostHalfOfTheBitsAreSet() {
        double[] fills = LongStream.range(0, 2_000)
                .mapToObj(new SyntheticPopulation(1, LocalDate.of(2026, 1, 1))::person)
                .map(record -> encoder.encode(record.demographics()))
                .filter(Encoded.class::isInstance)
                .flatMap(result -> ((Encoded) result).encodings().stream())
                .mapToDouble(encoding -> encoding.clk().cardinality() / (double) Clk.BITS)
                .toArray();

        assertThat(fills).hasSizeGreaterThan(3_000);
        assertThat(Arrays.stream(fills).max().orElseThrow()).isLessThanOrEqualTo(.5);
        assertThat(Arrays.stream(fills).average().orElseThrow()).isBetween(.25, .45);
    }

    @Test
    void underAnotherKeyOrEpochOnePersonIsAsUnlikeItselfAsAnyOther() {
        // Given
        Demographics anna = person("Anna", "Kowalska", "2014-03-05");
        byte[] otherSecret = SECRET.clone();
        otherSecret[0] ^= 1;
        Clk clk = encoded(anna).encodings().getFirst().clk();
        double chance = clk.cardinality() / (double) Clk.BITS;

        // Then
        for (ClkKey other : List.of(ClkKey.of(otherSecret, "2026-Q4"), ClkKey.of(SECRET, "2027-Q1"))) {
            Clk foreign = ((Encoded) new ClkEncoder(other).encode(anna))
                    .encodings()
                    .getFirst()
                    .clk();
            assertThat(clk.dice(foreign)).isBetween(chance - .1, chance + .1);
        }
        assertThat(((Encoded) new ClkEncoder(ClkKey.of(SECRET, "2027-Q1")).encode(anna)).blocks())
                .doesNotContainAnyElementsOf(encoded(anna).blocks());
    }

    @Test
    void blocksMeetAcrossScriptsAndYearsThatAreNotSure() {
        assertThat(question(person("Yulia", "Shcherbakova", "2014~")).blocks())
                .containsAnyElementsOf(
                        encoded(person("Юлия", "Щербакова", "2013-07-09")).blocks());
        assertThat(encoded(person("Anna", "Kowalska", "2014-03-05")).blocks())
                .doesNotContainAnyElementsOf(
                        encoded(person("Piotr", "Nowak", "2014-03-05")).blocks());
    }

    @Test
    void neitherSecretsNorNamesArePrinted() {
        Encoded encoded = encoded(person("Anna", "Kowalska", "2014-03-05"));

        assertThat(KEY.toString()).isEqualTo("ClkKey[2026-Q4, redacted]");
        assertThat(encoded.toString()).isEqualTo("Encoded[2, redacted]");
        assertThat(encoded.encodings().getFirst().toString()).isEqualTo("Encoding[DAY, redacted]");
        assertThat(new Feature(Feature.Kind.NAME, "an", 1).toString()).doesNotContain("an,");
        assertThat(new CanonicalWord("anna", "an").toString()).doesNotContain("anna");
    }

    @Test
    void aWeakSecretIsRefused() {
        assertThatThrownBy(() -> ClkKey.of(new byte[31], "2026-Q4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClkKey.of(SECRET, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private double similarity(Demographics left, Demographics right) {
        return best(encoded(left), encoded(right), Reading.DAY);
    }

    private static double best(Encoded left, Encoded right, Reading reading) {
        return left.encodings().stream()
                .filter(encoding -> encoding.reading() == reading)
                .flatMapToDouble(one -> right.encodings().stream()
                        .filter(encoding -> encoding.reading() == reading)
                        .mapToDouble(other -> one.clk().dice(other.clk())))
                .max()
                .orElse(0);
    }

    private Encoded encoded(Demographics person) {
        return (Encoded) encoder.encode(person);
    }

    private Encoded question(Demographics person) {
        return (Encoded) encoder.question(person);
    }

    private static Demographics person(String given, String family, String birth) {
        List<BirthDate> births = birth.isEmpty() ? List.of() : List.of(BirthDate.parse(birth));
        return new Demographics(List.of(PersonName.of(given, family)), births, Sex.FEMALE, Set.of());
    }
}
