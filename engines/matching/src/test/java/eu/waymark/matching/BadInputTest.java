package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.waymark.matching.blocking.BlockingKeys;
import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Score;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is put into the fields: a typed result or a clear error, never a wildcard. */
class BadInputTest {

    private static final long POPULATION = 100_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Demographics SOMEBODY = People.person("Zbigniew", "Rokicki", "2012-05-17", 1, "PL");

    private final MatchingEngine engine = MatchingEngine.standard();

    @Property
    void anyTextIsANameThatCanBeComparedAndMatchesNoStranger(
            @ForAll("texts") String given, @ForAll("texts") String family) {
        Demographics odd = People.person(given, family, "2012-05-17", 1, "PL");

        Score score = score(odd, SOMEBODY);

        assertThat(score.weight()).isFinite();
        assertThat(score.band()).isNotEqualTo(Band.CERTAIN);
        assertThat(score(odd, odd).weight()).isFinite();
    }

    @Property
    void anyTextIsAFullNameWithAFewKeys(@ForAll("texts") String text) {
        Demographics odd = People.called(text, "2012-05-17", 1);

        assertThat(BlockingKeys.of(odd)).hasSizeLessThanOrEqualTo(BlockingKeys.MAX_STORED);
        assertThat(BlockingKeys.forQuery(odd)).hasSizeLessThanOrEqualTo(BlockingKeys.MAX_QUERY);
        assertThat(score(odd, SOMEBODY).band()).isNotEqualTo(Band.CERTAIN);
    }

    @Property
    void anyTextIsABirthOrRefusedWithoutRepeatingIt(@ForAll("texts") String text) {
        try {
            BirthDate birth = BirthDate.parse("births[0]", text);

            assertThat(birth.earliest()).isBeforeOrEqualTo(birth.latest());
        } catch (InvalidDemographicsException refused) {
            assertThat(refused.field()).isEqualTo("births[0]");
            assertThat(refused.reason()).doesNotContain(text.strip().length() > 3 ? text.strip() : "\u0000");
        }
    }

    @Test
    void theLongestAndStrangestNamesTakeNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String text : InventedPeople.NASTY) {
                Demographics odd = People.person(text, text, "2012-05-17", 1);
                assertThat(score(odd, SOMEBODY).band()).isEqualTo(Band.NONE);
                assertThat(score(SOMEBODY, odd).band()).isEqualTo(Band.NONE);
                assertThat(BlockingKeys.forQuery(odd)).hasSizeLessThanOrEqualTo(BlockingKeys.MAX_QUERY);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "-",
                "--",
                "...",
                "*",
                "%",
                "_",
                "😀",
                "\u200B",
                "\u202E",
                "0",
                "123",
                "x",
                "X.",
                "N/A",
                "Baby Girl",
                "غير معروف",
                "Unknown",
                "unbekannt",
                "N.N.",
                "NN",
                "null",
                "none",
                "FNU",
                "LNU",
                "XXX",
                "Test",
                "Anonymous",
                "Неизвестно",
                "Невідомо",
                "inconnu",
                "desconocido",
                "nieznane",
                "άγνωστο"
            })
    void whatIsNoNameMatchesNobodyNotEvenItself(String text) {
        Demographics nobody = People.person(text, text, "2012-05-17", 1, "PL");

        assertThat(score(nobody, nobody).band()).isEqualTo(Band.NONE);
        assertThat(score(nobody, SOMEBODY).band()).isEqualTo(Band.NONE);
    }

    @Test
    void aNameOnBothSidesIsNotRefusedWithThem() {
        assertThat(score(SOMEBODY, SOMEBODY).band()).isEqualTo(Band.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-02-31",
                "2012-13-01",
                "2012-00-10",
                "2012-05-00",
                "31.02.2012",
                "17/05/2012",
                "20120517x",
                "12-05-17",
                "yesterday",
                "2012-05-17T00:00:00Z",
                "-2012",
                "99999",
                "2012/2010",
                "2012-XX-XX-XX",
                "٢٠١٢-x",
                "NaN"
            })
    void aBirthThatIsNoneIsRefusedByName(String text) {
        assertThatThrownBy(() -> BirthDate.parse("births[2]", text))
                .isInstanceOf(InvalidDemographicsException.class)
                .hasMessageStartingWith("births[2]")
                .hasMessageNotContaining(text.length() > 2 ? text : "\u0000");
    }

    @ParameterizedTest
    @CsvSource({"2027-05-17, FUTURE_BIRTH", "2026-11/2027-01, PARTLY_FUTURE", "1999-05-17, NOT_A_CHILD"})
    void aBirthThatCannotBeAChildsIsReadAndReported(String text, Finding.Kind kind) {
        Demographics person = People.person("Zbigniew", "Rokicki", text, 1);

        assertThat(person.findings(TODAY)).extracting(Finding::kind).contains(kind);
        assertThat(score(person, SOMEBODY).band()).isEqualTo(Band.NONE);
    }

    @Test
    void aChildsBirthIsNotReported() {
        assertThat(SOMEBODY.findings(TODAY)).isEmpty();
    }

    @Test
    void aThousandNamesAndBirthsAreStillOnePerson() {
        var many = new Demographics(
                Collections.nCopies(1_000, PersonName.of("Zbigniew", "Rokicki")),
                Collections.nCopies(1_000, BirthDate.parse("2012-05-17")),
                Sex.MALE,
                Set.of());

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(score(many, SOMEBODY).band()).isEqualTo(Band.CERTAIN));
    }

    @Test
    void aPersonOfWhomNothingIsKnownMatchesNobody() {
        var nothing = new Demographics(List.of(), List.of(), Sex.NOT_KNOWN, Set.of());

        assertThat(score(nothing, nothing).band()).isEqualTo(Band.NONE);
        assertThat(score(nothing, SOMEBODY).band()).isEqualTo(Band.NONE);
        assertThat(BlockingKeys.forQuery(nothing)).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return InventedPeople.texts();
    }

    private Score score(Demographics one, Demographics other) {
        return engine.score(engine.prepare(one), engine.prepare(other), POPULATION);
    }
}
