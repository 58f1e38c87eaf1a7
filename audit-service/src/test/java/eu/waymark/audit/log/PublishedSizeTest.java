package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four sizes: one that a quorum signed, one that only the log has signed, which the witnesses must get before they can sign
 * it, one that nobody has signed, and one that the log has not reached.
 */
@QuarkusTest
@TestProfile(PublishedSizeTest.SignedByHand.class)
@WithTestResource(WaymarkResource.class)
class PublishedSizeTest {

    private static final String LOG = "/api/audit/v1/log/";
    private static final String FOR_EVER = "max-age=31536000, immutable";

    @Inject
    CheckpointPublisher publisher;

    private final Tokens compliance = Tokens.person("compliance-officer")
            .agency("FR-69-CRIP")
            .country("FR")
            .roles("compliance")
            .purposes("AUDIT");

    private long published;
    private long signed;
    private long unsigned;

    /** The log opens at once, and signs when it is told to. */
    public static class SignedByHand extends WitnessedLog {
        @Override
        public Map<String, String> getConfigOverrides() {
            var config = new HashMap<>(super.getConfigOverrides());
            config.put("waymark.log.start-witnesses", "0");
            config.put("waymark.log.checkpoint-every", "PT1H");
            return config;
        }
    }

    @BeforeEach
    void aLogThatGrewSinceAQuorumSigned() {
        grown();
        publisher.publish();
        show("register-service", WitnessedLog.REGISTER);
        published = AuditLog.size(show("identity-service", WitnessedLog.IDENTITY));
        grown();
        publisher.publish();
        signed = AuditLog.size(newest());
        unsigned = grown();
        assertThat(AuditLog.size(AuditLog.checkpoint())).isEqualTo(published);
        assertThat(published).isLessThan(signed);
        assertThat(signed).isLessThan(unsigned);
    }

    @Test
    void whatAQuorumSignedIsKeptForEver() {
        assertCached(consistency(published), "public, " + FOR_EVER);
        assertCached(tile(published), "public, " + FOR_EVER);
        assertCached(entries(published), "private, " + FOR_EVER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatOnlyTheLogHasSignedIsServedAndKeptByNobody(boolean justAbove) {
        var size = justAbove ? published + 1 : signed;
        assertCached(consistency(size), "no-store");
        assertCached(tile(size), "no-store");
        assertCached(entries(size), "no-store");
    }

    @Test
    void whatNobodyHasSignedIsNotServedThoughTheLogHasIt() {
        for (var size : new long[] {signed + 1, unsigned, unsigned + 1}) {
            consistency(size).then().statusCode(422);
            tile(size).then().statusCode(404);
            entries(size).then().statusCode(404);
        }
    }

    private static void assertCached(Response answer, String howLong) {
        answer.then().statusCode(200);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo(howLong);
    }

    private Response consistency(long to) {
        return Api.as(compliance).queryParam("from", 1).queryParam("to", to).get(LOG + "consistency");
    }

    private static Response tile(long width) {
        return RestAssured.get(LOG + "tile/0/000.p/" + width);
    }

    private Response entries(long width) {
        return RestAssured.given()
                .auth()
                .oauth2(compliance.sign())
                .header("Purpose-Of-Use", "AUDIT")
                .get(LOG + "tile/entries/000.p/" + width);
    }

    /** Two leaves more. */
    private static long grown() {
        var source = SampleEvent.freshSource();
        return AuditLog.append(source, SampleEvent.of(source, 1), SampleEvent.of(source, 2)) + 2;
    }

    /** @return the checkpoint that the witness has signed */
    private static String show(String source, NoteSigner witness) {
        var cosigned = SignedNote.parse(newest()).signedBy(witness).encoded();
        exchange(source, Map.of("copiesAfter", -1, "checkpoint", cosigned));
        return cosigned;
    }

    private static String newest() {
        return exchange("register-service", Map.of("copiesAfter", -1))
                .jsonPath()
                .getString("checkpoint");
    }

    private static Response exchange(String source, Map<String, Object> body) {
        var answer = Api.as(Tokens.service(source)).body(body).post("/internal/v1/sources/{source}/witness", source);
        answer.then().statusCode(200);
        return answer;
    }
}
