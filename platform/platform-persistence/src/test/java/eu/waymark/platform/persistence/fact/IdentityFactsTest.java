package eu.waymark.platform.persistence.fact;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What identity tells of records that were linked and of how old a child is taken to be. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class IdentityFactsTest {

    private final UUID record = UUID.randomUUID();

    @Test
    void aRecordThatWasLinkedAndPartedHasItsIdentityBack() throws SQLException {
        // Given
        var own = UUID.randomUUID();
        var shared = UUID.randomUUID();

        // When
        tell("person.linked", "\"identityId\":\"%s\"".formatted(shared));
        var linked = known();
        tell("person.unlinked", "\"identityId\":\"%s\"".formatted(own));

        // Then
        assertThat(linked).isEqualTo(shared + " null t");
        assertThat(known()).isEqualTo(own + " null t");
    }

    @Test
    void anAgeStatusIsKeptAndUntilOneIsToldSomebodyIsAChild() throws SQLException {
        tell("person.linked", "\"identityId\":\"%s\"".formatted(record));
        tell("age-status.changed", "\"state\":\"assessed-adult-final\",\"treatedAsChild\":false");
        assertThat(known()).isEqualTo(record + " assessed-adult-final f");
    }

    @Test
    void nothingBeginsAgainOnAnErasedRecord() throws SQLException {
        // Given
        try (var owner = Database.asOwner();
                var insert = owner.prepareStatement(
                        "insert into person_erasure (record_id, erasure_id, erased_at) values (?, gen_random_uuid(), now())")) {
            insert.setObject(1, record);
            insert.executeUpdate();
        }

        // When
        tell("person.linked", "\"identityId\":\"%s\"".formatted(record));
        tell("age-status.changed", "\"state\":\"disputed\",\"treatedAsChild\":true");

        // Then
        assertThat(known()).isEqualTo("nothing");
    }

    private void tell(String type, String more) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("identity-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"identity-service","type":"%s","subject":"%s",
                          "time":"2026-11-22T12:00:00Z","data":{"recordId":"%s",%s}}]""".formatted(UUID.randomUUID(), type, record, record, more))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    private String known() throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select identity_id, age_state, treated_as_child from person_tag where record_id = ?")) {
            select.setObject(1, record);
            var rows = select.executeQuery();
            return rows.next() ? rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) : "nothing";
        }
    }
}
