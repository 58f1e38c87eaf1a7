package eu.waymark.matching.score;

import static eu.waymark.matching.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.Document;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents, measured days of birth and common names say. */
class EvidenceTest {

    private static final Demographics ANA = person("Ana", "Koval", "2014-03-05", 2);
    private static final Document PASSPORT = new Document("PASSPORT", "UA", "FE123456");

    private final MatchingEngine engine = MatchingEngine.standard();

    @Test
    void aDocumentSaysMuchButAloneNothingIsCertain() {
        Demographics other = person("Olena", "Bondar", "2014-03-05", 2);

        Score score = score(with(ANA, PASSPORT), with(other, PASSPORT));

        assertThat(bits(score, Field.DOCUMENT)).isBetween(19.5, 20.5);
        assertThat(score.band()).isEqualTo(Band.POSSIBLE);
        assertThat(score(ANA, other).band()).isEqualTo(Band.NONE);
    }

    @Test
    void twinsOnOnePassportAreNoMatch() {
        Score score = score(
                with(person("Ivan", "Koval", "2014-03-05", 1), PASSPORT),
                with(person("Petro", "Koval", "2014-03-05", 1), PASSPORT));

        assertThat(score.band()).isNotEqualTo(Band.CERTAIN);
    }

    @Test
    void aRenewedDocumentSaysLittleAndAnotherKindNothing() {
        Score renewed = score(with(ANA, PASSPORT), with(ANA, new Document("PASSPORT", "UA", "GH765432")));
        Score another = score(with(ANA, PASSPORT), with(ANA, new Document("ID_CARD", "UA", "GH765432")));

        assertThat(bits(renewed, Field.DOCUMENT)).isBetween(-2.0, 0.0);
        assertThat(renewed.band()).isEqualTo(Band.CERTAIN);
        assertThat(another.contributions()).extracting(Contribution::field).doesNotContain(Field.DOCUMENT);
    }

    @Test
    void aDayThatOfficesWriteSaysAsLittleAsItIsOften() {
        var days = CountedBirths.of(Stream.concat(
                IntStream.range(0, 50).mapToObj(i -> person("Ana", "Koval", "2014-01-01", 2)),
                IntStream.range(0, 50)
                        .mapToObj(i -> person(
                                "Ana",
                                "Koval",
                                LocalDate.of(2014, 2, 1).plusDays(i).toString(),
                                2))));
        var counting = new MatchingEngine(Parameters.FIRST, TermFrequencies.unknown(), days);
        Prepared newYear = counting.prepare(person("Ana", "Koval", "2014-01-01", 2));

        double bits = bits(counting.score(newYear, newYear), Field.BIRTH_DATE);

        assertThat(days.shareOf(LocalDate.of(2014, 1, 1))).isEqualTo(.5);
        assertThat(days.shareOf(LocalDate.of(2014, 2, 3))).isZero();
        assertThat(bits).isBetween(0.0, 1.0);
    }

    @Test
    void aChangedFamilyNameIsPossibleOnlyWithATellingGivenNameAndDay() {
        assertThat(changed("Thusnelda", "2014-03-05").band()).isEqualTo(Band.POSSIBLE);
        assertThat(changed("Maria", "2014-03-05").band()).isEqualTo(Band.NONE);
        assertThat(changed("Thusnelda", "2014-01-01").band()).isEqualTo(Band.NONE);
        assertThat(changed("Thusnelda", "2014").band()).isEqualTo(Band.NONE);
    }

    @Test
    void aCommonNameIsStillAMatchWithTheDay() {
        assertThat(score(person("Maria", "Silva", "2014-03-05", 0), person("Maria", "Silva", "2014-03-05", 0))
                        .band())
                .isEqualTo(Band.CERTAIN);
    }

    @Test
    void oneLetterPointsToNobody() {
        Demographics letters = person("A", "B", "2014-03-05", 1);

        Score score = score(letters, letters);

        assertThat(score.band()).isEqualTo(Band.NONE);
        assertThat(score.contributions().getLast().level()).isEqualTo(Guard.TOO_LITTLE);
    }

    private Score changed(String given, String birth) {
        return score(person(given, "Krauss", birth, 2), person(given, "Okonjo", birth, 2));
    }

    private static Demographics with(Demographics person, Document document) {
        return person.withDocuments(List.of(document));
    }

    private static double bits(Score score, Field field) {
        return score.contributions().stream()
                .filter(reason -> reason.field() == field)
                .mapToDouble(Contribution::bits)
                .sum();
    }

    private Score score(Demographics left, Demographics right) {
        return engine.score(engine.prepare(left), engine.prepare(right));
    }
}
