package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After all that was done: a stolen log or database names no child and tells no story. The last but one of all. */
@Order(Integer.MAX_VALUE - 1)
class NoNameIsKeptJourneyIT {

    private static Waymark waymark;
    private static List<Answer> rejected;

    @BeforeAll
    static void haveAChildInEveryService() {
        waymark = Waymark.running();
        var sarahInKent = waymark.practitioner("sarah.gb");
        var entered = Casework.enter(sarahInKent, Child.DARIA);
        Casework.refer(sarahInKent, entered.string("personRecordId"), "FR-69-CRIP");
        var claireInLyon = waymark.practitioner("claire.fr");
        Casework.check(claireInLyon, Child.DARIA);
        rejected =
                mistakes().map(body -> claireInLyon.post(Casework.CHECKS, body)).toList();
    }

    /** A name where it does not belong: as a birth date, as a whole body. */
    private static Stream<JsonNode> mistakes() {
        var name = Child.DARIA.familyName();
        return Stream.of(Child.DARIA.askedAs(name), TextNode.valueOf(name));
    }

    @Test
    void noRefusalRepeatsTheName() {
        assertThat(rejected)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(400, 422))
                .allSatisfy(answer -> assertThat(answer.text()).doesNotContain(Child.DARIA.familyName()));
    }

    @ParameterizedTest
    @EnumSource(value = WaymarkService.class, mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void noDatabaseNamesAChildOrTellsItsStory(WaymarkService service) throws SQLException {
        assertThat(new Dump(waymark.sandbox(), service).tablesShowing(secrets()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = WaymarkService.class, mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void whatIsNoSecretIsFoundTheSameWay(WaymarkService service) throws SQLException {
        assertThat(new Dump(waymark.sandbox(), service).tablesShowing("GB-KENT"))
                .isNotEmpty();
    }

    @Test
    void noLogNamesAChildOrHoldsAToken() throws IOException {
        // Given
        // What every token begins with: {"alg" in base64.
        var secrets = Stream.concat(secrets().stream(), Stream.of("eyJhbGci")).toList();

        // Then
        var logs = logs();
        assertThat(logs).hasSizeGreaterThan(WaymarkService.values().length);
        for (var log : logs) {
            assertThat(lines(log)).as("%s", log.getFileName()).noneMatch(line -> secrets.stream()
                    .anyMatch(line::contains));
        }
    }

    /** Every name and every story. The clock rules have core groups too: what is written of a child's is that it meets. */
    private static List<String> secrets() {
        return Stream.concat(
                        Stream.of(Child.values()).map(Child::familyName),
                        Stream.of("core group meets", "alone at the station", "teacher heard", "know the address"))
                .toList();
    }

    private static List<Path> logs() throws IOException {
        try (var files = Files.list(waymark.sandbox().settings().state().logs())) {
            return files.toList();
        }
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
