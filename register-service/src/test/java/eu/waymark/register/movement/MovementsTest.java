package eu.waymark.register.movement;

import static eu.waymark.register.movement.Reports.PURPOSE;
import static eu.waymark.register.movement.Reports.acknowledge;
import static eu.waymark.register.movement.Reports.agency;
import static eu.waymark.register.movement.Reports.centralAuthority;
import static eu.waymark.register.movement.Reports.country;
import static eu.waymark.register.movement.Reports.entry;
import static eu.waymark.register.movement.Reports.kent;
import static eu.waymark.register.movement.Reports.lyon;
import static eu.waymark.register.movement.Reports.read;
import static eu.waymark.register.movement.Reports.report;
import static eu.waymark.register.movement.Reports.reported;
import static eu.waymark.register.movement.Reports.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The duty to inform (R8): who has to know that a child moves is told at once. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class MovementsTest {

    @Inject
    AuditLag lag;

    @Inject
    Clock clock;

    @BeforeEach
    void directory() {
        Reports.directory();
    }

    @AfterEach
    void theLogCatchesUp() {
        lag.measured(null, false);
    }

    @Test
    void aNoticeStandsInTheOtherDesksInboxAtOnce() {
        // Given
        var entry = entry();

        // When
        var id = report(kent(), entry, "has-moved", agency("FR-69-CRIP"))
                .statusCode(201)
                .body("entryId", equalTo(entry))
                .body("notices[0].addressedAs", equalTo("desk"))
                .body("notices[0].legalBasis", equalTo("hague-1996-36"))
                .extract()
                .<String>path("id");
        var found = told(lyon(), "movement-notice", id);

        // Then: the notification and the movement were one transaction, so the first look finds both
        assertThat(found).isEqualTo(1);
        read(lyon(), id)
                .statusCode(200)
                .body("kind", equalTo("has-moved"))
                .body("measure.name", equalTo("child protection plan"))
                .body("measure.commonClass", equalTo("registered-plan"))
                .body("desk.code", equalTo("GB-NATIONAL"))
                .body("entryId", nullValue())
                .body(not(containsString("KENT")))
                .body(not(containsString("Core group")));
    }

    @Test
    void theEntryAndItsHolderStayAsTheyAre() {
        var entry = entry();
        report(kent(), entry, "has-moved", agency("FR-69-CRIP")).statusCode(201);
        Api.as(kent(), PURPOSE)
                .get(Scene.ENTRIES + "/" + entry)
                .then()
                .body("status", equalTo("active"))
                .body("holder", equalTo("GB-KENT"))
                .body("version", equalTo(0));
    }

    @Test
    void whereNobodyCloserIsKnownTheCentralAuthorityIsTold() {
        var id = report(kent(), entry(), "may-move", country("FR"), agency("NL-ROT-JB"))
                .statusCode(201)
                .body("notices.agency", equalTo(List.of("FR-CA", "NL-CA")))
                .body("notices.addressedAs", equalTo(List.of("central-authority", "central-authority")))
                .extract()
                .<String>path("id");
        assertThat(told(centralAuthority("FR"), "movement-notice", id)).isEqualTo(1);
        read(centralAuthority("NL"), id).statusCode(200).body("notices", hasSize(1));
        read(lyon(), id).statusCode(404);
    }

    @Test
    void whereTheDirectoryKnowsNobodyTheReporterIsSaidSo() {
        report(kent(), entry(), "in-danger", country("JP"))
                .statusCode(422)
                .body("code", equalTo("nobody-to-tell"))
                .body("errors[0].field", equalTo("to"));
        report(kent(), entry(), "has-moved", agency("GB-KENT"), country("FR")).statusCode(422);
    }

    @Test
    void aMoveNeedsABasisAndADangerDoesNot() {
        // Given: Mexico is bound by none of the bases
        var entry = entry();
        report(kent(), entry, "has-moved", country("MX")).statusCode(403).body("code", equalTo("no-agreement"));

        // When
        var id = report(kent(), entry, "in-danger", country("MX"))
                .statusCode(201)
                .body("notices[0].legalBasis", equalTo("vital-interests"))
                .extract()
                .<String>path("id");

        // Then: told at once, and a supervisor who did not decide it reviews it
        assertThat(told(centralAuthority("MX"), "movement-notice", id)).isEqualTo(1);
        var supervisor = Reports.worker("susan", "GB-KENT", "supervisor");
        var derogation = Api.as(supervisor, PURPOSE)
                .queryParam("open", true)
                .get("/api/register/v1/derogations")
                .then()
                .statusCode(200)
                .body("items[0].reference", equalTo(id))
                .body("items[0].reviewDueOn", notNullValue())
                .extract()
                .<String>path("items[0].id");
        review(kent().roles("supervisor"), derogation).statusCode(403);
        review(Reports.worker("tom", "GB-LEEDS", "supervisor"), derogation).statusCode(404);
        review(supervisor, derogation).statusCode(200).body("outcome", equalTo("justified"));
        review(supervisor, derogation).statusCode(409);
    }

    @Test
    void noticesGoOnWhileTheAuditLogIsBehind() {
        var entry = entry();
        lag.measured(clock.instant().minus(Duration.ofDays(365)), false);
        var id = report(kent(), entry, "has-moved", agency("FR-69-CRIP"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        read(lyon(), id).statusCode(200);
        acknowledge(lyon(), id).statusCode(200);
        Api.as(kent(), PURPOSE).get(Scene.ENTRIES + "/" + entry).then().statusCode(503);
    }

    @Test
    void strangersAndTheUnknownAreAnsweredAlike() {
        var id = reported(agency("FR-69-CRIP"));
        var leeds = Reports.worker("tom", "GB-LEEDS", "practitioner");
        assertThat(read(leeds, id).statusCode(404).extract().<String>path("detail"))
                .isEqualTo(
                        read(leeds, Reports.unknown()).statusCode(404).extract().<String>path("detail"));
        report(leeds, entry(), "has-moved", country("FR")).statusCode(404);
    }

    private static ValidatableResponse review(Tokens by, String id) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"0\"")
                .body("{\"outcome\":\"justified\"}")
                .post("/api/register/v1/derogations/" + id + "/reviews")
                .then();
    }
}
