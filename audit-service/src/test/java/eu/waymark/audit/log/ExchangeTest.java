package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of a log from its start: what its witnesses tell it decides what it may do. */
@QuarkusTest
@TestProfile(WitnessedLog.class)
@WithTestResource(WaymarkResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangeTest {

    private static final String REGISTER = "register-service";
    private static final String REFERRAL = "referral-service";
    private static final String IDENTITY = "identity-service";

    private static final Map<String, byte[]> FIRST = new HashMap<>();

    @Inject
    LogGate gate;

    @ConfigProperty(name = "waymark.secrets.log-seed")
    String seed;

    @Test
    @Order(1)
    void afterAStartNothingIsAppendedOrSigned() {
        // When
        var answer = AuditLog.send(REGISTER, AuditLog.batch(1, first(REGISTER)));

        // Then
        answer.statusCode(503)
                .body("code", equalTo("log-awaiting-witnesses"))
                .header("Retry-After", equalTo("1"))
                .header("Connection", equalTo("close"));
        Api.anonymous().get("/api/audit/v1/log/checkpoint").then().statusCode(503);
    }

    @Test
    @Order(2)
    void oneWitnessIsNotEnoughHoweverOftenItComes() {
        // When
        show(REGISTER, null).statusCode(200).body("checkpoint", nullValue());
        show(REGISTER, null).statusCode(200);
        // A stranger with a service's token is no witness.
        show("gateway", null).statusCode(200);

        // Then
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    @Order(3)
    void withTheSecondWitnessTheLogOpens() {
        // When
        show(IDENTITY, null).statusCode(200);

        // Then
        assertThat(gate.check()).isTrue();
        AuditLog.send(REGISTER, AuditLog.batch(1, first(REGISTER)))
                .statusCode(200)
                .header("Connection", nullValue());
        AuditLog.send(REFERRAL, AuditLog.batch(1, first(REFERRAL))).statusCode(200);
    }

    @Test
    @Order(4)
    void aCheckpointIsPublishedWhenAQuorumHasSignedIt() {
        // Given
        var newest = newestCovering(1);

        // When
        show(REGISTER, cosigned(newest, WitnessedLog.REGISTER));
        var byOne = AuditLog.checkpoint();
        show(REFERRAL, cosigned(newest, WitnessedLog.REFERRAL));
        var byTwo = AuditLog.checkpoint();

        // Then
        assertThat(byTwo).contains("/register-service", "/referral-service");
        var policy = Policy.of(VerifierKey.parse(AuditLog.key()), WitnessedLog.keys(), 2);
        assertThat(policy.open(SignedNote.parse(byTwo)).size()).isEqualTo(AuditLog.size(newest));
        assertThat(policy.judge(SignedNote.parse(byOne)).quorum()).isFalse();
    }

    @Test
    @Order(5)
    void whatAQuorumSignedStaysPublishedWhileTheLogGrows() {
        // Given
        var published = AuditLog.checkpoint();

        // When
        var newer = newestCovering(AuditLog.send(
                        REGISTER, AuditLog.batch(2, SampleEvent.of(REGISTER, 2).bytes()))
                .extract()
                .jsonPath()
                .getLong("acknowledged[0].leafIndex"));

        // Then
        assertThat(AuditLog.size(newer)).isGreaterThan(AuditLog.size(published));
        assertThat(AuditLog.checkpoint()).isEqualTo(published);
    }

    @Test
    @Order(6)
    void aCosignatureThatIsNotTheWitnesssOwnIsNotKept() {
        // Given
        var newest = newestCovering(2);
        var stranger = NoteSigner.witness(WitnessedLog.IDENTITY.verifierKey().name(), new byte[32], WitnessedLog.CLOCK);

        // When
        show(IDENTITY, SignedNote.parse(newest).signedBy(stranger).encoded()).statusCode(200);

        // Then
        show(IDENTITY, null).body("checkpoint", not(containsString("/identity-service")));
    }

    @Test
    @Order(7)
    void aNoteThatTheLogHasNotSignedIsRefused() {
        // Given
        var forged = new Checkpoint("waymark.example/log", 99, Hash.EMPTY_ROOT)
                .sign(NoteSigner.log("waymark.example/log", new byte[32]));

        // When
        var answer = show(IDENTITY, forged.encoded());

        // Then
        answer.statusCode(422).body("code", equalTo("invalid-checkpoint"));
        show(IDENTITY, "no note at all").statusCode(422);
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    @Order(8)
    void aSourceShowsOnlyForItself() {
        Api.as(Tokens.service(REFERRAL))
                .body(body(null))
                .post("/internal/v1/sources/register-service/witness")
                .then()
                .statusCode(403);
        Api.as(Tokens.person("eve").agency("FR-69-CRIP").roles("compliance"))
                .body(body(null))
                .post("/internal/v1/sources/register-service/witness")
                .then()
                .statusCode(403);
        Api.anonymous()
                .body(body(null))
                .post("/internal/v1/sources/register-service/witness")
                .then()
                .statusCode(401);
    }

    @Test
    @Order(9)
    void witnessesKeepCopiesOfTheLogsOwnLeaves() {
        // Given: the log alarms itself that somebody equivocates, which is an event of its own
        AuditLog.send(
                        REGISTER,
                        AuditLog.batch(
                                1, SampleEvent.of(REGISTER, 1).with("case", "x").bytes()))
                .statusCode(409);

        // Then
        await().untilAsserted(() -> {
            var copies = show(IDENTITY, null).extract().jsonPath();
            assertThat(copies.getList("copies.seq", Long.class)).startsWith(1L);
            assertThat(copies.getList("copies.body", String.class))
                    .map(body -> new String(Base64.getDecoder().decode(body)))
                    .anySatisfy(body -> assertThat(body).contains("audit.alarm", "source-equivocation"));
        });
    }

    @Test
    @Order(100)
    void aWitnessWhoHoldsAnotherHistoryClosesTheLog() {
        // Given: the administrator has the log's key too, and signed another history
        var signer = NoteSigner.log("waymark.example/log", Base64.getDecoder().decode(seed));
        var rewritten = new Checkpoint("waymark.example/log", 2, Hash.ofLeaf(new byte[] {1})).sign(signer);

        // When
        show(IDENTITY, rewritten.signedBy(WitnessedLog.IDENTITY).encoded()).statusCode(200);

        // Then
        assertThat(gate.check()).isFalse();
        AuditLog.send(REGISTER, AuditLog.batch(3, SampleEvent.of(REGISTER, 3).bytes()))
                .statusCode(503)
                .body("code", equalTo("log-not-trusted"));
    }

    private static byte[] first(String source) {
        return FIRST.computeIfAbsent(source, _ -> SampleEvent.of(source, 1).bytes());
    }

    private static String newestCovering(long leafIndex) {
        return await().until(
                        () -> show(REGISTER, null).extract().jsonPath().getString("checkpoint"),
                        note -> note != null && AuditLog.size(note) > leafIndex);
    }

    private static String cosigned(String note, NoteSigner witness) {
        return SignedNote.parse(note).signedBy(witness).encoded();
    }

    private static ValidatableResponse show(String source, String note) {
        return Api.as(Tokens.service(source))
                .body(body(note))
                .post("/internal/v1/sources/{source}/witness", source)
                .then();
    }

    private static Object body(String note) {
        var body = new HashMap<String, Object>();
        body.put("copiesAfter", -1);
        if (note != null) {
            body.put("checkpoint", note);
        }
        return body;
    }
}
