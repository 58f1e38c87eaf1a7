package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.log.Hash;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.TlogProof;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a reader gets of a log whose witnesses are away, and then come. */
@QuarkusTest
@TestProfile(WitnessedProofTest.Open.class)
@WithTestResource(WaymarkResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WitnessedProofTest {

    private static final String SOURCE = "register-service";

    @Inject
    LogWatch watch;

    @Inject
    MeterRegistry metrics;

    /** Witnesses are known, but nobody waits for them. */
    public static class Open extends WitnessedLog {
        @Override
        public Map<String, String> getConfigOverrides() {
            var config = new HashMap<>(super.getConfigOverrides());
            config.put("waymark.log.start-witnesses", "0");
            return config;
        }
    }

    @Test
    @Order(1)
    void aLogWithoutItsWitnessesIsAlarmedOnce() throws Exception {
        // When
        watch.look();
        watch.look();

        // Then
        assertThat(metrics.get("waymark.log.unwitnessed").gauge().value()).isEqualTo(1);
        assertThat(alarms()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void aProofFileBearsTheSignaturesOfTheWitnessesAndSatisfiesThePolicyOffline() throws Exception {
        // Given
        var event = SampleEvent.of(SOURCE, 1);
        var index = AuditLog.append(SOURCE, event);
        var note = AuditLog.checkpointCovering(index);
        show(SOURCE, note, WitnessedLog.REGISTER);
        show("identity-service", note, WitnessedLog.IDENTITY);
        var policy = Policy.parse(Api.anonymous()
                .get("/api/audit/v1/log/policy")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        // When
        var file = Api.as(
                        Tokens.person("compliance-officer")
                                .agency("FR-69-CRIP")
                                .country("FR")
                                .roles("compliance")
                                .purposes("AUDIT"),
                        "AUDIT")
                .accept("text/plain")
                .get(AuditLog.EVENTS + "/" + event.id() + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        var leaf = Hash.ofLeaf(event.bytes());
        assertThat(TlogProof.parse(file).verify(leaf, policy).size()).isEqualTo(AuditLog.size(note));
        var withoutOne = TlogProof.parse(file.substring(0, file.lastIndexOf("— ")));
        assertThatExceptionOfType(InvalidNoteException.class).isThrownBy(() -> withoutOne.verify(leaf, policy));
        watch.look();
        assertThat(metrics.get("waymark.log.unwitnessed").gauge().value()).isZero();
        assertThat(alarms()).isEqualTo(1);
    }

    private static void show(String source, String note, NoteSigner witness) {
        Api.as(Tokens.service(source))
                .body(Map.of(
                        "checkpoint", SignedNote.parse(note).signedBy(witness).encoded(), "copiesAfter", -1))
                .post("/internal/v1/sources/{source}/witness", source)
                .then()
                .statusCode(200);
    }

    private static long alarms() throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("select count(*) from audit_outbox where event like '%witnesses-lost%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
