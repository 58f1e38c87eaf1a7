package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import eu.waymark.platform.persistence.erasure.ErasingPersons;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Relayed;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Referrals about a child go when two people of identity's agency have decided so, and none waits for an answer. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ErasureTest {

    @Inject
    ErasingPersons erasing;

    private Sent sent = new Sent(new UUID(0, 0), new UUID(0, 0));

    @BeforeEach
    void aReferralIsSent() {
        sent = Sent.byLeedsToLyon();
    }

    @Test
    void aReferralThatWaitsForAnAnswerKeepsItsChild() throws SQLException {
        // Given
        approved(UUID.randomUUID());
        Relayed.facts();

        // When
        erasing.run();

        // Then
        assertThat(Rows.ofReferralsAbout(sent.person())).isEqualTo(1);
        Workers.leeds().get(sent.path()).then().statusCode(200);
    }

    @Test
    void aFactOnItsWayIsWaitedFor() throws SQLException {
        // Given
        answered();
        approved(UUID.randomUUID());
        erasing.run();
        assertThat(Rows.ofReferralsAbout(sent.person())).isEqualTo(1);

        // When
        Relayed.facts();
        erasing.run();

        // Then
        assertThat(Rows.ofReferralsAbout(sent.person())).isZero();
    }

    @Test
    void nothingIsLeftOfAnAnsweredOne() throws SQLException {
        // Given
        answered();
        approved(UUID.randomUUID());
        Relayed.facts();
        var key = key();

        // When
        erasing.run();

        // Then
        assertThat(Rows.ofReferralsAbout(sent.person())).isZero();
        assertThat(Rows.ofKeysAbout(sent.person())).isZero();
        var rows = Rows.dump().stream()
                .filter(row -> !row.contains("waymark-audit/1"))
                .toList();
        assertThat(rows).noneMatch(row -> row.contains(key));
        assertThat(rows)
                .filteredOn(row -> row.contains(sent.person().toString()))
                .hasSize(1);
        Workers.leeds().get(sent.path()).then().statusCode(404);
        assertThat(named()).endsWith("referral.person.erased");

        // When: the log has all
        Relayed.events();
        erasing.run();
        erasing.run();

        // Then
        assertThat(confirmed()).isTrue();
        assertThat(Rows.dump().stream()
                        .filter(row -> !row.contains("waymark-audit/1"))
                        .toList())
                .noneMatch(row -> row.contains(Identity.tag(sent.person())));
    }

    @Test
    void noReferralBeginsOnAnErasedRecord() throws SQLException {
        // Given
        answered();
        approved(UUID.randomUUID());
        Relayed.facts();
        erasing.run();
        var before = named().size();

        // Then
        Workers.leeds()
                .body(Sent.body(sent.person(), Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(410)
                .body("code", is("erased"));
        Workers.berlin()
                .body(Sent.body(sent.person(), Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(404);
        assertThat(named()).hasSize(before);
        assertThat(Rows.ofReferralsAbout(sent.person())).isZero();
    }

    @Test
    void aFactRepeatedDoesNoHarm() throws SQLException {
        // Given
        answered();
        var fact = UUID.randomUUID();
        approved(fact);
        Relayed.facts();
        erasing.run();

        // When
        approved(fact);
        approved(UUID.randomUUID());
        erasing.run();

        // Then
        assertThat(named()).filteredOn("referral.person.erased"::equals).hasSize(1);
    }

    private void answered() {
        Workers.lyon()
                .header("If-Match", "\"0\"")
                .body("{\"decision\": \"reject\", \"reason\": \"Not ours.\"}")
                .post(sent.decisions())
                .then()
                .statusCode(200);
    }

    private void approved(UUID fact) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("identity-service"))
                .body("""
                        [{"specversion": "1.0", "id": "%s", "source": "identity-service",
                          "type": "person.erasure.approved", "subject": "%s", "time": "2026-11-22T12:00:00Z",
                          "data": {"recordId": "%s", "erasureId": "%s"}}]""".formatted(fact, sent.person(), sent.person(), sent.id()))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    private String key() throws SQLException {
        return one("select encode(wrapped_key, 'hex') from guarded.person_key where person_record_id = '"
                + sent.person() + "'");
    }

    private boolean confirmed() throws SQLException {
        return one("select confirmed_at is not null from person_erasure where record_id = '" + sent.person() + "'")
                .equals("t");
    }

    /** The types of the events that name the child, in order. */
    private java.util.List<String> named() throws SQLException {
        return java.util.List.of(
                one("select string_agg(event::json ->> 'type', ',' order by order_no) from audit_outbox"
                                + " where event like '%" + Identity.tag(sent.person()) + "%'")
                        .split(","));
    }

    private static String one(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
