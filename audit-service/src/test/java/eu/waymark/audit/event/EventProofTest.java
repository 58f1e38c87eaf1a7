package eu.waymark.audit.event;

import static eu.waymark.audit.AuditLog.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.RfcVerifier;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.log.Proofs;
import eu.waymark.log.Hash;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.TlogProof;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class EventProofTest {

    @Inject
    Proofs proofs;

    private final String source = SampleEvent.freshSource();
    private final SampleEvent event = SampleEvent.of(source, 2);
    private final Tokens compliance = Tokens.person("compliance-officer")
            .agency("FR-69-CRIP")
            .country("FR")
            .roles("compliance")
            .purposes("AUDIT");

    @Test
    void anEventCanBeCheckedWithoutTrustingTheService() throws Exception {
        // Given
        var first = AuditLog.append(source, SampleEvent.of(source, 1), event, SampleEvent.of(source, 3));
        AuditLog.checkpointCovering(first + 2);

        // When
        var proof = prove().then().statusCode(200).extract().jsonPath();

        // Then
        var leaf = Base64.getDecoder().decode(proof.getString("leaf"));
        assertThat(leaf).isEqualTo(event.bytes());
        assertThat(RfcVerifier.signed(proof.getString("checkpoint"), AuditLog.key()))
                .isTrue();
        assertThat(holds(proof, leaf, path(proof))).isTrue();
    }

    @Test
    void theProofIsAFileToBeCheckedOfflineToo() {
        // Given
        var first = AuditLog.append(source, SampleEvent.of(source, 1), event);
        AuditLog.checkpointCovering(first + 1);
        var policy = Policy.parse(Api.anonymous()
                .get("/api/audit/v1/log/policy")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600")
                .extract()
                .asString());

        // When
        var file = Api.as(compliance, "AUDIT")
                .accept("text/plain")
                .get(EVENTS + "/" + event.id() + "/proof")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .extract()
                .asString();

        // Then
        var proof = TlogProof.parse(file);
        assertThat(proof.verify(Hash.ofLeaf(event.bytes()), policy).size()).isGreaterThan(first + 1);
        assertThatExceptionOfType(InvalidNoteException.class)
                .isThrownBy(
                        () -> proof.verify(Hash.ofLeaf(SampleEvent.of(source, 1).bytes()), policy));
    }

    @Test
    void aFlippedBitRefutesTheProof() {
        // Given
        var first = AuditLog.append(source, SampleEvent.of(source, 1), event);
        AuditLog.checkpointCovering(first + 1);

        // When
        var proof = prove().then().statusCode(200).extract().jsonPath();

        // Then
        var otherLeaf = Base64.getDecoder().decode(proof.getString("leaf"));
        otherLeaf[100] ^= 1;
        var otherPath = path(proof);
        otherPath.getLast()[31] ^= 1;
        assertThat(holds(proof, otherLeaf, path(proof))).isFalse();
        assertThat(holds(proof, event.bytes(), otherPath)).isFalse();
    }

    @Test
    void anEventThatNoCheckpointCoversYetIsAskedForAgain() {
        // Given
        var farAhead = 1L << 40;

        // Then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> proofs.inclusion(farAhead, Hash.EMPTY_ROOT))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.NOT_YET_COVERED))
                .satisfies(problem -> assertThat(problem.headers()).containsEntry("Retry-After", "1"));
    }

    private Response prove() {
        return Api.as(compliance, "AUDIT").get(EVENTS + "/" + event.id() + "/proof");
    }

    private static boolean holds(JsonPath proof, byte[] leaf, List<byte[]> path) {
        var checkpoint = proof.getString("checkpoint");
        assertThat(proof.getLong("treeSize")).isEqualTo(AuditLog.size(checkpoint));
        return RfcVerifier.includes(
                leaf, proof.getLong("leafIndex"), AuditLog.size(checkpoint), path, AuditLog.root(checkpoint));
    }

    private static List<byte[]> path(JsonPath proof) {
        return proof.getList("auditPath", String.class).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
    }
}
