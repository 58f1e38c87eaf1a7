package eu.waymark.register.emergency;

import static eu.waymark.register.emergency.BrokenGlass.ACCESSES;
import static eu.waymark.register.emergency.BrokenGlass.EMERGENCY;
import static eu.waymark.register.emergency.BrokenGlass.REASON;
import static eu.waymark.register.emergency.BrokenGlass.access;
import static eu.waymark.register.emergency.BrokenGlass.central;
import static eu.waymark.register.emergency.BrokenGlass.checked;
import static eu.waymark.register.emergency.BrokenGlass.hospital;
import static eu.waymark.register.emergency.BrokenGlass.open;
import static eu.waymark.register.emergency.BrokenGlass.opened;
import static eu.waymark.register.emergency.BrokenGlass.sql;
import static eu.waymark.register.emergency.BrokenGlass.summary;
import static eu.waymark.register.emergency.BrokenGlass.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.persistence.audit.AuditLag;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S4.5: a duty doctor breaks the glass at night. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class EmergencyAccessTest {

    @Inject
    AuditLag lag;

    @Inject
    Clock clock;

    private final Tokens doctor = hospital("doctor", "practitioner");
    private final Tokens chief = hospital("chief", "supervisor");
    private UUID child = new UUID(0, 0);
    private String handle = "";

    @BeforeEach
    void aHit() {
        BrokenGlass.directory();
        child = Scene.entered();
        Scene.found(child, Scene.CERTAIN);
        handle = checked(doctor);
    }

    @Test
    void theSummaryIsReadAtOnceAndHolderAndCentralAuthorityAreTold() throws SQLException {
        // When
        var id = opened(doctor, handle);

        // Then
        summary(doctor, id)
                .statusCode(200)
                .body("summary", is("Core group meets monthly at the school."))
                .body("risk", is("high"))
                .body("country", is("GB"))
                .body("holder", nullValue());
        assertThat(told(Scene.sarah(), id)).isEqualTo(1);
        assertThat(told(central("GB-CA", "GB"), id)).isEqualTo(1);
        assertThat(told(Scene.tom(), id)).isZero();
        assertThat(Scene.events(doctor.subject()))
                .contains("register.emergency.opened", "register.emergency.summary.read", Scene.tag(child))
                .doesNotContain(REASON);
        Api.as(Scene.sarah(), "CP-ASSESS")
                .get(ACCESSES + "/" + id)
                .then()
                .statusCode(200)
                .body("reason", is(REASON))
                .body("readings", is(1))
                .body("habit", nullValue());
    }

    @Test
    void nobodyElseReadsByItAndNobodyWithoutTheEmergencysPurposeOpensOne() {
        var id = opened(doctor, handle);
        summary(hospital("colleague", "practitioner"), id).statusCode(404);
        summary(Scene.sarah(), id).statusCode(404);
        Api.as(doctor, "CP-ASSESS").get(ACCESSES + "/" + id + "/summary").then().statusCode(403);
        Api.as(doctor, "CP-ASSESS").body(access(handle)).post(ACCESSES).then().statusCode(403);
        for (var other : List.of(hospital("manager", "manager"), chief)) {
            Api.as(other, EMERGENCY).body(access(handle)).post(ACCESSES).then().statusCode(403);
        }
        Api.as(doctor, EMERGENCY)
                .body("{\"reason\":\"\",\"handle\":\"" + handle + "\"}")
                .post(ACCESSES)
                .then()
                .statusCode(422);
        Api.as(Scene.tom(), "CP-ASSESS").get(ACCESSES + "/" + id).then().statusCode(404);
    }

    @Test
    void itCoversOneChildWhichMayBeNamedLater() {
        // Given
        var id = Api.as(doctor, EMERGENCY)
                .body("{\"reason\":\"" + REASON + "\"}")
                .post(ACCESSES)
                .then()
                .statusCode(201)
                .body("coversChild", is(false))
                .extract()
                .<String>path("id");
        summary(doctor, id).statusCode(409);

        // When
        name(id, handle).statusCode(200).body("coversChild", is(true));

        // Then
        summary(doctor, id).statusCode(200);
        name(id, handle).statusCode(409).body("code", is("illegal-transition"));
        name(UUID.randomUUID().toString(), handle).statusCode(404);
        name(opened(doctor, handle), UUID.randomUUID().toString()).statusCode(409);
    }

    @Test
    void afterHalfAnHourItIsGone() throws SQLException {
        var id = opened(doctor, handle);
        summary(doctor, id).statusCode(200);
        sql("alter table guarded.emergency_access disable trigger keep_emergency_access;"
                + "update guarded.emergency_access set opened_at = opened_at - interval '31 minutes',"
                + " expires_at = expires_at - interval '31 minutes', bound_at = bound_at - interval '31 minutes' where id = '"
                + id + "';alter table guarded.emergency_access enable trigger keep_emergency_access");
        summary(doctor, id).statusCode(410).body("code", is("emergency-expired"));
        name(id, handle).statusCode(410);
    }

    @Test
    void itGoesOnWhileTheAuditLogIsFarBehind() {
        lag.measured(clock.instant().minus(Duration.ofDays(365)), false);
        try {
            summary(doctor, opened(doctor, handle)).statusCode(200);
            Api.as(chief, EMERGENCY).get(ACCESSES).then().statusCode(503);
        } finally {
            lag.measured(null, false);
        }
    }

    @Test
    void whoIsExcludedGetsWhatAnUnknownHandleGets() {
        // Given
        var known = opened(doctor, handle);
        var supervisor = Tokens.person("supervisor-excludes")
                .agency("GB-KENT")
                .country("GB")
                .roles("supervisor")
                .purposes("CP-PLAN");
        String entry = Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("limit", 1)
                .get(Scene.ENTRIES)
                .then()
                .extract()
                .path("items[0].id");
        Api.as(supervisor, "CP-PLAN")
                .body("{\"kind\":\"person\",\"party\":\"" + doctor.subject() + "\",\"reason\":\"relative\"}")
                .post(Scene.ENTRIES + "/" + entry + "/exclusions")
                .then()
                .statusCode(201);

        // When
        var excluded = open(doctor, access(handle));
        var unknown = open(doctor, access(UUID.randomUUID().toString()));

        // Then
        assertThat(excluded.extract().statusCode()).isEqualTo(404);
        assertThat(withoutIds(excluded)).isEqualTo(withoutIds(unknown));
        summary(doctor, known).statusCode(404);
        var colleague = hospital("colleague", "practitioner");
        summary(colleague, opened(colleague, checked(colleague))).statusCode(200);
    }

    private ValidatableResponse name(String id, String handle) {
        return Api.as(doctor, EMERGENCY)
                .body("{\"handle\":\"" + handle + "\"}")
                .post(ACCESSES + "/" + id + "/child")
                .then();
    }

    private static String withoutIds(ValidatableResponse answer) {
        return answer.extract().asString().replaceAll("[0-9a-f-]{36}", "");
    }
}
