package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class SecrecyAtRestTest {

    @Test
    void noReasonStandsInTheDatabaseInClear() throws SQLException {
        // Given
        var reason = "She hides bruises " + UUID.randomUUID();
        var answer = "Known to us " + UUID.randomUUID();
        var sent = Sent.byLeedsToLyon(reason);

        // When
        Workers.lyon()
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"decision\": \"reject\", \"reason\": \"%s\"}".formatted(answer))
                .post(sent.decisions())
                .then()
                .statusCode(200);

        // Then
        var dump = String.join("\n", Rows.dump());
        assertThat(dump).contains(sent.id().toString());
        assertThat(spellings(reason)).noneMatch(dump::contains);
        assertThat(spellings(answer)).noneMatch(dump::contains);
    }

    @Test
    void aTextThatIsNotSealedWouldBeFound() throws SQLException {
        // Given
        var name = "An agency called " + UUID.randomUUID();

        // When
        Directory.lists(Directory.newCode(), name, "FR");

        // Then
        var dump = String.join("\n", Rows.dump());
        assertThat(spellings(name)).anyMatch(dump::contains);
    }

    @Test
    void allTextsAboutOneChildShareOneKey() throws SQLException {
        // Given
        Directory.isKnown();
        var person = Identity.personOf(Workers.LEEDS);

        // When
        Sent.about(person, "The first reason.");
        Sent.about(person, "The second reason.");

        // Then
        assertThat(Rows.ofKeysAbout(person)).isEqualTo(1);
        assertThat(Rows.ofReferralsAbout(person)).isEqualTo(2);
    }

    private static Stream<String> spellings(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                text,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
}
