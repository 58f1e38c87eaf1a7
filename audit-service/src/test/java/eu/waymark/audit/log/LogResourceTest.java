package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.RfcVerifier;
import eu.waymark.audit.SampleEvent;
import eu.waymark.log.ConsistencyProof;
import eu.waymark.log.Hash;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LogResourceTest {

    private static final String LOG = "/api/audit/v1/log/";

    private final Tokens anybody = Tokens.practitioner("FR-69-CRIP", "FR");

    @Test
    void anybodyCanCheckTheSignatureOfACheckpoint() throws Exception {
        // Given
        var key = AuditLog.key();

        // When
        var checkpoint = AuditLog.checkpoint();

        // Then
        assertThat(RfcVerifier.signed(checkpoint, key)).isTrue();
        assertThat(RfcVerifier.signed(checkpoint.replaceFirst("\n[0-9]+\n", "\n4242\n"), key))
                .isFalse();
    }

    @Test
    void aCheckpointIsCachedBriefly() {
        Api.anonymous()
                .get(LOG + "checkpoint")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .header("Cache-Control", "public, max-age=1");
    }

    @Test
    void aLogThatGrewIsConsistentWithItsPast() {
        // Given
        var older = grown();
        var newer = grown();

        // When
        var proof = Api.as(anybody)
                .queryParam("from", AuditLog.size(older))
                .queryParam("to", AuditLog.size(newer))
                .get(LOG + "consistency")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        var path = proof.getList("path", String.class).stream()
                .map(Hash::fromBase64)
                .toList();
        var consistency = new ConsistencyProof(proof.getLong("from"), proof.getLong("to"), path);
        var olderRoot = Hash.of(AuditLog.root(older));
        var newerRoot = Hash.of(AuditLog.root(newer));
        assertThat(consistency.verify(olderRoot, newerRoot)).isTrue();
        assertThat(consistency.verify(newerRoot, olderRoot)).isFalse();
    }

    @Test
    void sizesThatNoProofLinksAreRefused() {
        // Given
        var size = AuditLog.size(grown());

        // Then
        assertRefused("0", Long.toString(size));
        assertRefused(Long.toString(size), "1000000");
        assertRefused("2", "1");
    }

    @Test
    void aConsistencyProofNeedsBothSizes() {
        Api.as(anybody).queryParam("from", 1).get(LOG + "consistency").then().statusCode(422);
    }

    @Test
    void aConsistencyProofNeedsAToken() {
        Api.anonymous()
                .queryParam("from", 1)
                .queryParam("to", 1)
                .get(LOG + "consistency")
                .then()
                .statusCode(401);
    }

    private void assertRefused(String from, String to) {
        Api.as(anybody)
                .queryParam("from", from)
                .queryParam("to", to)
                .get(LOG + "consistency")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-fields"));
    }

    /** Lets the log grow and waits for its next checkpoint. */
    private static String grown() {
        var source = SampleEvent.freshSource();
        return AuditLog.checkpointCovering(AuditLog.append(source, SampleEvent.of(source, 1)));
    }
}
