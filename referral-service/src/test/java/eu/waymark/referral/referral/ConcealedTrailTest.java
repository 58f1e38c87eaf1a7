package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work of a hidden child's named workers shows in no row of this service's trail where the child is worked with. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ConcealedTrailTest {

    /** Of those whom {@link Workers} lets work for Lyon. */
    private static final String WORKER = "practitioner-" + Workers.LYON;

    private final List<UUID> namings = new ArrayList<>();

    /** Or what this worker does in other tests would be concealed too. */
    @AfterEach
    void hideNoMore() {
        namings.forEach(naming -> tell(naming, "work.shown", ""));
    }

    @Test
    void workOfWhoIsNamedShowsNoAgencyBesideTheChild() throws SQLException {
        // Given
        var sent = Sent.byLeedsToLyon();
        var before = agencies(sent);
        conceal(sent);

        // When
        workOn(sent);

        // Then
        assertThat(agencies(sent)).isEqualTo(before).doesNotContain(Workers.LYON);
    }

    @Test
    void workOfWhoIsNotShowsIt() throws SQLException {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        workOn(sent);

        // Then
        assertThat(agencies(sent)).contains(Workers.LYON);
    }

    @Test
    void itShowsAgainOnceTheChildIsHiddenNoMore() throws SQLException {
        // Given
        var sent = Sent.byLeedsToLyon();
        var naming = conceal(sent);
        Workers.lyon().get(sent.path()).then().statusCode(200);

        // When
        tell(naming, "work.shown", "");
        workOn(sent);

        // Then
        assertThat(agencies(sent)).contains(Workers.LYON);
    }

    private static void workOn(Sent sent) {
        sent.move(Workers.lyon(), 0, "decisions", "{\"decision\": \"accept\"}");
        Workers.lyon().get(sent.path()).then().statusCode(200);
        Workers.lyon().get(Sent.PATH).then().statusCode(200);
    }

    private UUID conceal(Sent sent) {
        var naming = UUID.randomUUID();
        namings.add(naming);
        tell(
                naming,
                "work.concealed",
                "\"names\":[\"%s\",\"%s\"],\"worker\":\"%s\""
                        .formatted(Identity.tag(sent.person()), sent.person(), WORKER));
        return naming;
    }

    private static void tell(UUID naming, String type, String data) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("register-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"register-service","type":"%s","subject":"%s",
                          "time":"2026-11-22T12:00:00Z","data":{%s}}]""".formatted(UUID.randomUUID(), type, naming, data))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    /** The agencies in events that name the child in the clear. */
    private static List<String> agencies(Sent sent) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement("select distinct event::json->'agent'->>'agency' as agency"
                        + " from audit_outbox where position(? in event) > 0 or position(? in event) > 0 order by 1")) {
            select.setString(1, Identity.tag(sent.person()));
            select.setString(2, sent.person().toString());
            var agencies = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    agencies.add(rows.getString(1));
                }
            }
            return agencies;
        }
    }
}
